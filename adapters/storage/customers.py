"""Customers: particulars under their own data key, found by keyed hashes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.codec import dumps, loads
from adapters.storage.engine import AnyRow, Database, in_batches, upsert
from adapters.storage.keys import MasterKey
from adapters.storage.schema import customer_keys, customers, data_keys
from adapters.storage.sealing import DataKey, Keyring
from adapters.storage.search_keys import SearchKeys
from core.services.ports import CustomerHit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId

_PLACE = "customer particulars"


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

    async def _read(
        self, query: Select[Any], values: Mapping[str, Any] | None = None
    ) -> list[Customer]:
        async with self._database.reading() as connection:
            rows = (await connection.execute(query, values)).all()
        return [self._customer(row) for row in rows]

    def _customer(self, row: AnyRow) -> Customer:
        key = self._keyring.unwrap(row.id, row.wrapped)
        return loads(key.open(row.particulars, _PLACE, row.id), Customer)


async def keep_customers(
    connection: AsyncConnection,
    kept: Sequence[Customer],
    keys: Mapping[str, DataKey],
    index: bytes,
) -> None:
    search_keys = SearchKeys(index)
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
        ids = [customer.id for customer in batch]
        found_by = [
            {"key": key, "customer": customer.id}
            for customer in batch
            for key in search_keys.of(customer)
        ]
        await connection.execute(upsert(connection, customers), rows)
        await connection.execute(delete(customer_keys).where(customer_keys.c.customer.in_(ids)))
        await connection.execute(insert(customer_keys), found_by)


def _particulars() -> Select[Any]:
    """Without those who were erased: they have no key any more."""
    return select(customers.c.id, customers.c.particulars, data_keys.c.wrapped).join(
        data_keys, (data_keys.c.subject == customers.c.id) & data_keys.c.wrapped.is_not(None)
    )


def _having_any(keys: Sequence[bytes], limit: int) -> Select[Any]:
    found = select(customer_keys.c.customer).where(customer_keys.c.key.in_(keys)).distinct()
    return _particulars().where(customers.c.id.in_(found.limit(limit)))


def _having_all(keys: Sequence[bytes], limit: int) -> Select[Any]:
    rarest, *others = keys
    found = select(customer_keys.c.customer).where(customer_keys.c.key == rarest)
    for key in others:
        also = customer_keys.alias()
        found = found.where(
            exists().where(also.c.key == key, also.c.customer == customer_keys.c.customer)
        )
    return _particulars().where(customers.c.id.in_(found.limit(limit)))


_ONE: Final = _particulars().where(customers.c.id == bindparam("sought"))
"""Made once: putting a statement together costs as much as running it."""
