"""Customers: particulars under their own data key, found by keyed hashes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, exists, insert, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.codec import dumps, loads
from adapters.storage.engine import AnyRow, Database, in_batches, upsert
from adapters.storage.keys import MasterKey
from adapters.storage.schema import customer_keys, customers, data_keys, told_apart
from adapters.storage.sealing import DataKey, Keyring
from adapters.storage.search_keys import SearchKeys
from core.case.register import ApartTakenBack, ToldApart
from core.services.ports import CustomerHit, Event
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId

_PLACE: Final = "customer particulars"


class SqlCustomers:
    """``core.services.ports.Customers``."""

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
        exact: list[Customer] = []
        named: list[Customer] = []
        identifiers, words = self._search_keys.identifiers(query), self._search_keys.words(query)
        if words:
            exact = await self._read(_having_any(identifiers, limit))
        if words and len(exact) < limit:
            named = await self._read(_having_all(words, limit))
        known = {customer.id for customer in exact}
        others = sorted((c for c in named if c.id not in known), key=lambda c: c.name.casefold())
        hits = [CustomerHit(c, exact=True) for c in exact]
        hits += [CustomerHit(c, exact=False) for c in others]
        return tuple(hits[:limit])

    async def told_apart(self, known_as: Sequence[str]) -> Mapping[str, frozenset[CustomerId]]:
        said = {self._search_keys.told_apart(each): each for each in known_as}
        found: dict[str, frozenset[CustomerId]] = {}
        async with self._database.reading() as connection:
            for keys in in_batches(list(said)):
                for row in await connection.execute(_APART, {"keys": keys}):
                    each = said[row.key]
                    found[each] = found.get(each, frozenset()) | {CustomerId(row.customer)}
        return found

    async def at_same_place(self, customer: CustomerId, limit: int = 20) -> tuple[Customer, ...]:
        """By name. Of a place with many more than ``limit``, not always the first by name."""
        known = await self.get(customer)
        places = self._search_keys.places(known) if known else ()
        if not places:
            return ()
        others = await self._read(_others_having_any(places, customer, limit))
        return tuple(sorted(others, key=lambda c: (c.name.casefold(), c.id))[:limit])

    async def _read(
        self, query: Select[Any], values: Mapping[str, Any] | None = None
    ) -> list[Customer]:
        async with self._database.reading() as connection:
            rows = (await connection.execute(query, values)).all()
        return [open_particulars(self._keyring, row) for row in rows]


async def keep_customers(
    connection: AsyncConnection,
    kept: Sequence[Customer],
    keys: Mapping[str, DataKey],
    search_keys: SearchKeys,
) -> None:
    for batch in in_batches(kept):
        rows = [
            {
                "id": customer.id,
                "reference": customer.reference,
                "particulars": keys[customer.id].seal(
                    dumps(customer).encode(), _PLACE, customer.id
                ),
            }
            for customer in batch
        ]
        await connection.execute(upsert(connection, customers), rows)
        await keep_keys(connection, batch, search_keys)


async def keep_told_apart(
    connection: AsyncConnection, events: Iterable[Event], search_keys: SearchKeys
) -> None:
    """The last word on each counts."""
    said: dict[tuple[bytes, CustomerId], bool] = {}
    for event in events:
        if isinstance(event, ToldApart | ApartTakenBack):
            key = search_keys.told_apart(event.known_as)
            said[key, event.customer] = isinstance(event, ToldApart)
    if apart := [{"key": k, "customer": c} for (k, c), is_apart in said.items() if is_apart]:
        await connection.execute(upsert(connection, told_apart, replacing=False), apart)
    if not_apart := [{"of": k, "who": c} for (k, c), is_apart in said.items() if not is_apart]:
        await connection.execute(_APART_NO_MORE, not_apart)


async def keep_keys(
    connection: AsyncConnection, kept: Sequence[Customer], search_keys: SearchKeys
) -> None:
    """In the place of those that they had; of some hundreds at most."""
    ids = [customer.id for customer in kept]
    found_by = [
        {"key": key, "customer": customer.id}
        for customer in kept
        for key in sorted(search_keys.of(customer))
    ]
    if found_by:
        await connection.execute(delete(customer_keys).where(customer_keys.c.customer.in_(ids)))
        await connection.execute(insert(customer_keys), found_by)


def open_particulars(keyring: Keyring, row: AnyRow) -> Customer:
    """``row``: of ``particulars``."""
    key = keyring.unwrap(row.id, row.wrapped)
    return loads(key.open(row.particulars, _PLACE, row.id), Customer)


def particulars() -> Select[Any]:
    """Without those who were erased: they have no key any more."""
    return select(customers.c.id, customers.c.particulars, data_keys.c.wrapped).join(
        data_keys, (data_keys.c.subject == customers.c.id) & data_keys.c.wrapped.is_not(None)
    )


def _having_any(keys: Sequence[bytes], limit: int) -> Select[Any]:
    found = select(customer_keys.c.customer).where(customer_keys.c.key.in_(keys)).distinct()
    return particulars().where(customers.c.id.in_(found.limit(limit)))


def _others_having_any(keys: Sequence[bytes], customer: CustomerId, limit: int) -> Select[Any]:
    """Each key is read as far as ``limit``, so that a place with very many costs no more."""
    of_each = [
        select(customer_keys.c.customer)
        .where(customer_keys.c.key == key, customer_keys.c.customer != customer)
        .order_by(customer_keys.c.customer)
        .limit(limit)
        .subquery()
        for key in keys
    ]
    return particulars().where(customers.c.id.in_(union(*(select(found) for found in of_each))))


def _having_all(keys: Sequence[bytes], limit: int) -> Select[Any]:
    rarest, *others = keys
    found = select(customer_keys.c.customer).where(customer_keys.c.key == rarest)
    for key in others:
        also = customer_keys.alias()
        found = found.where(
            exists().where(also.c.key == key, also.c.customer == customer_keys.c.customer)
        )
    return particulars().where(customers.c.id.in_(found.limit(limit)))


_ONE: Final = particulars().where(customers.c.id == bindparam("sought"))
"""Made once: putting a statement together costs as much as running it."""
_APART: Final = select(told_apart).where(told_apart.c.key.in_(bindparam("keys", expanding=True)))
_APART_NO_MORE: Final = delete(told_apart).where(
    told_apart.c.key == bindparam("of"), told_apart.c.customer == bindparam("who")
)
