"""Customers who share keys with somebody: ``core.services.ports.candidates.Candidates``."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    Subquery,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    true,
    union_all,
)

from adapters.storage.candidates.among_bound import BoundCandidates
from adapters.storage.connecting.engine import Database
from adapters.storage.customers.particulars import open_particulars, particulars
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.schema.customers import customer_keys, customers
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.sealing.master_key import MasterKey
from core.services.ports.candidates import LEAST_SHARE
from core.vocabulary.customer import Customer

MOST_OF_A_KEY: Final = 100
"""How many of those who share a key are read."""

MOST_KEYS: Final = 64

_STEP: Final = 16
"""Keys that nobody has fill up the number of them, so that there are but few statements."""

Weighted = tuple[int, int]


class SqlCandidates:
    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._keyring = Keyring(master)
        self._search_keys = SearchKeys(master.index)
        self._bound = BoundCandidates(database, master)

    async def sharing(self, keys: Mapping[str, int], limit: int) -> Sequence[Customer]:
        weighty = sorted(keys.items(), key=lambda item: (-item[1], item[0]))[:MOST_KEYS]
        if not weighty:
            return ()
        hashed = [(self._search_keys.screening(key), weight) for key, weight in weighty]
        if self._database.is_sqlite:
            query, values = _for_sqlite(hashed)
        else:
            query, values = _FOR_POSTGRESQL, _in_lists(hashed)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query, {**values, "limit": limit})).all()
        return [open_particulars(self._keyring, row) for row in rows]

    async def sharing_bound(
        self, each: Sequence[Mapping[str, int]], limit: int
    ) -> tuple[Sequence[Customer], ...]:
        return await self._bound.sharing(each, limit)


def _in_lists(hashed: Sequence[Weighted]) -> dict[str, Any]:
    return {"keys": [key for key, _ in hashed], "weights": [weight for _, weight in hashed]}


def _for_sqlite(hashed: Sequence[Weighted]) -> tuple[Select[Any], dict[str, Any]]:
    room = -(-len(hashed) // _STEP) * _STEP
    filled = [*hashed, *[(0, 0)] * (room - len(hashed))]
    values: dict[str, Any] = {}
    for number, (key, weight) in enumerate(filled):
        values |= {f"k{number}": key, f"w{number}": weight}
    return _one_by_one(room), values


@cache
def _one_by_one(keys: int) -> Select[Any]:
    """Made once for each number of keys: putting it together costs as much as running it."""
    return _weightiest(union_all(*map(_having, range(keys))).subquery())


def _having(number: int) -> Select[Any]:
    key = bindparam(f"k{number}", type_=BigInteger)
    weight = bindparam(f"w{number}", type_=Integer)
    some = _some_of(key).subquery()
    return select(some.c.customer, cast(weight, Integer).label("weight"))


def _all_at_once() -> Select[Any]:
    keys = bindparam("keys", type_=ARRAY(BigInteger))
    weights = bindparam("weights", type_=ARRAY(Integer))
    sought = func.unnest(cast(keys, ARRAY(BigInteger)), cast(weights, ARRAY(Integer)))
    each = sought.table_valued(
        column("key", BigInteger), column("weight", Integer), name="each_key"
    ).render_derived()
    some = _some_of(each.c.key).lateral("some")
    shared = select(some.c.customer, each.c.weight).select_from(each.join(some, true()))
    return _weightiest(shared.subquery())


def _some_of(key: ColumnElement[Any]) -> Select[Any]:
    """In the order of the index, so that no more than those are read."""
    found = select(customer_keys.c.customer).where(customer_keys.c.key == key)
    return found.order_by(customer_keys.c.customer).limit(literal_column(str(MOST_OF_A_KEY)))


def _weightiest(shared: Subquery) -> Select[Any]:
    total = func.sum(shared.c.weight)
    found = (
        select(shared.c.customer, total.label("total"), func.max(total).over().label("most"))
        .group_by(shared.c.customer)
        .order_by(total.desc(), shared.c.customer)
        .limit(bindparam("limit", type_=Integer))
        .subquery()
    )
    query = particulars().join(found, found.c.customer == customers.c.number)
    query = query.where(found.c.total * LEAST_SHARE >= found.c.most)
    return query.order_by(found.c.total.desc(), customers.c.id)


_FOR_POSTGRESQL: Final = _all_at_once()
