"""Customers that share keys with whoever is sought: ``core.services.screening.Candidates``."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Integer,
    LargeBinary,
    Select,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    union_all,
)

from adapters.storage.customers import open_particulars, particulars
from adapters.storage.engine import Database
from adapters.storage.keys import MasterKey
from adapters.storage.schema import customer_keys, customers
from adapters.storage.sealing import Keyring
from adapters.storage.search_keys import SearchKeys
from core.vocabulary.customer import Customer

MOST_OF_A_KEY: Final = 100
"""How many of those who share a key are read."""

MOST_KEYS: Final = 64

_STEP: Final = 16
"""Keys that nobody has fill up the number of them, so that there are but few statements."""


class SqlCandidates:
    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._keyring = Keyring(master)
        self._search_keys = SearchKeys(master.index)

    async def sharing(self, keys: Mapping[str, int], limit: int) -> Sequence[Customer]:
        weighty = sorted(keys.items(), key=lambda item: (-item[1], item[0]))[:MOST_KEYS]
        if not weighty:
            return ()
        room = -(-len(weighty) // _STEP) * _STEP
        values: dict[str, bytes | int] = {"most": limit}
        for number in range(len(weighty), room):
            values |= {f"k{number}": b"", f"w{number}": 0}
        for number, (key, weight) in enumerate(weighty):
            values[f"k{number}"] = self._search_keys.screening(key)
            values[f"w{number}"] = weight
        async with self._database.reading() as connection:
            rows = (await connection.execute(_statement(room), values)).all()
        return [open_particulars(self._keyring, row) for row in rows]


@cache
def _statement(keys: int) -> Select[Any]:
    """Made once for each number of keys: putting it together costs as much as running it."""
    branches = union_all(*map(_having, range(keys))).subquery()
    total = func.sum(branches.c.weight).label("total")
    found = (
        select(branches.c.customer, total)
        .group_by(branches.c.customer)
        .order_by(total.desc(), branches.c.customer)
        .limit(bindparam("most"))
        .subquery()
    )
    query = particulars().join(found, found.c.customer == customers.c.id)
    return query.order_by(found.c.total.desc(), customers.c.id)


def _having(number: int) -> Select[Any]:
    key = bindparam(f"k{number}", type_=LargeBinary)
    weight = bindparam(f"w{number}", type_=Integer)
    few = select(customer_keys.c.customer).where(customer_keys.c.key == key)
    of_key = few.limit(literal_column(str(MOST_OF_A_KEY))).subquery()
    return select(of_key.c.customer, cast(weight, Integer).label("weight"))
