"""Customers: particulars under their own data key, found by keyed hashes."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import BindParameter, Integer, Select, bindparam, select, union

from adapters.storage.connecting.engine import AnyRow, Database, in_batches
from adapters.storage.customers.particulars import open_particulars, particulars
from adapters.storage.customers.telling_apart import find_told_apart
from adapters.storage.customers.typed_search import typed_search
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.schema.customers import customer_keys, customers
from adapters.storage.schema.timeline import data_keys
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.sealing.master_key import MasterKey
from core.services.ports.finders import CustomerHit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId


class SqlCustomers:
    """``core.services.ports.finders.Customers``."""

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._keyring = Keyring(master)
        self._search_keys = SearchKeys(master.index)

    async def get(self, customer: CustomerId) -> Customer | None:
        """``None`` too for a customer who was erased."""
        found = await self._read(_ONE, {"sought": customer})
        return found[0] if found else None

    async def search(self, query: str, limit: int = 20) -> tuple[CustomerHit, ...]:
        """Exact matches first, then by name; a name is looked for from its second letter on."""
        identifiers, words = self._search_keys.identifiers(query), self._search_keys.words(query)
        if not words:
            return ()
        rows = await self._rows(*typed_search(identifiers, words, limit))
        exactly = {row.id for row in rows if row.exact}
        known = {row.id: open_particulars(self._keyring, row) for row in rows}
        best_first = sorted(known.values(), key=lambda c: (c.id not in exactly, c.name.casefold()))
        return tuple(CustomerHit(c, exact=c.id in exactly) for c in best_first[:limit])

    async def told_apart(self, known_as: Sequence[str]) -> Mapping[str, frozenset[CustomerId]]:
        return await find_told_apart(self._database, self._search_keys, known_as)

    async def having_references(self, references: Sequence[str]) -> Mapping[str, str]:
        asked = {each: "".join(each.split()).upper() for each in references}
        known: dict[str, str] = {}
        async with self._database.reading() as connection:
            for some in in_batches(sorted({*asked.values(), *asked})):
                rows = await connection.execute(_HAVING_REFERENCES, {"references": some})
                known |= {row.reference.upper(): row.reference for row in rows}
        return {each: known[upper] for each, upper in asked.items() if upper in known}

    async def at_same_place(self, customer: Customer, limit: int = 20) -> tuple[Customer, ...]:
        """By name. Of a place with many more than ``limit``, not always the first by name."""
        places = self._search_keys.places(customer)
        if not places:
            return ()
        keys = {f"place{number}": key for number, key in enumerate(places)}
        values = {**keys, "whose": customer.id, "limit": limit}
        others = await self._read(_others_there(len(places)), values)
        return tuple(sorted(others, key=lambda c: (c.name.casefold(), c.id))[:limit])

    async def _read(
        self, query: Select[Any], values: Mapping[str, Any] | None = None
    ) -> list[Customer]:
        return [open_particulars(self._keyring, row) for row in await self._rows(query, values)]

    async def _rows(self, query: Select[Any], values: Mapping[str, Any] | None) -> list[AnyRow]:
        async with self._database.reading() as connection:
            return [*await connection.execute(query, values)]


@cache
def _others_there(places: int) -> Select[Any]:
    """``places``: how many keys. Each is read as far as ``limit``, so that a place with very many
    costs no more."""
    whose: BindParameter[str] = bindparam("whose")
    own = select(customers.c.number).where(customers.c.id == whose).scalar_subquery()
    of_each = [
        select(customer_keys.c.customer)
        .where(customer_keys.c.key == bindparam(f"place{number}"), customer_keys.c.customer != own)
        .order_by(customer_keys.c.customer)
        .limit(bindparam("limit", type_=Integer))
        .subquery()
        for number in range(places)
    ]
    return particulars().where(customers.c.number.in_(union(*(select(found) for found in of_each))))


_HAVING_REFERENCES: Final = (
    select(customers.c.reference)
    .join(data_keys, (data_keys.c.subject == customers.c.id) & data_keys.c.wrapped.is_not(None))
    .where(customers.c.reference.in_(bindparam("references", expanding=True)))
)
_ONE: Final = particulars().where(customers.c.id == bindparam("sought"))
"""Made once: putting a statement together costs as much as running it."""
