"""Candidates among those alone whom something in force binds: for many contacts at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Select, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.candidates.listed import as_list, listed
from adapters.storage.connecting.engine import Database
from adapters.storage.customers.particulars import open_particulars, particulars
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.schema.customers import bound_keys, customers
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.sealing.master_key import MasterKey
from core.services.ports.candidates import LEAST_SHARE
from core.vocabulary.customer import Customer

_MOST_OF_A_KEY: Final = 100
_MOST_AT_ONCE: Final = 10_000
_REMEMBERED: Final = 16_384
_NO_END: Final = 2**63 - 1

Weights = Mapping[str, int]


class BoundCandidates:
    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._is_sqlite = database.is_sqlite
        self._keyring = Keyring(master)
        self._search_keys = SearchKeys(master.index)
        self._holders = _holders(is_sqlite=self._is_sqlite)
        self._particulars = _particulars_of(is_sqlite=self._is_sqlite)
        # By what is kept, never by whom: what another replica changed is opened anew.
        self._open = lru_cache(_REMEMBERED)(self._opened)

    async def sharing(self, each: Sequence[Weights], limit: int) -> tuple[Sequence[Customer], ...]:
        """See ``core.services.ports.candidates.Candidates.sharing_bound``."""
        hashed = {key: self._search_keys.screening(key) for keys in each for key in keys}
        if not hashed:
            return tuple(() for _ in each)
        async with self._database.reading() as connection:
            holders = await self._who_has(connection, sorted(set(hashed.values())))
            found = [_weightiest(keys, hashed, holders, limit) for keys in each]
            known = await self._customers(connection, {one for few in found for one in few})
        return tuple(_in_order(few, known) for few in found)

    async def _who_has(
        self, connection: AsyncConnection, keys: Sequence[int]
    ) -> Mapping[int, Sequence[int]]:
        holders: dict[int, list[int]] = defaultdict(list)
        for part in _parts(keys):
            values = {"sought": as_list(part, is_sqlite=self._is_sqlite)}
            for key, customer in await connection.execute(self._holders, values):
                holders[key].append(customer)
        return holders

    async def _customers(
        self, connection: AsyncConnection, numbers: Iterable[int]
    ) -> Mapping[int, Customer]:
        known: dict[int, Customer] = {}
        for part in _parts(sorted(numbers)):
            values = {"sought": as_list(part, is_sqlite=self._is_sqlite)}
            rows = await connection.execute(self._particulars, values)
            known |= {row.number: self._open(row) for row in rows}
        return known

    def _opened(self, row: Any) -> Customer:
        return open_particulars(self._keyring, row)


def _parts(values: Sequence[int]) -> Iterable[Sequence[int]]:
    for start in range(0, len(values), _MOST_AT_ONCE):
        yield values[start : start + _MOST_AT_ONCE]


def _weightiest(
    keys: Weights, hashed: Mapping[str, int], holders: Mapping[int, Sequence[int]], limit: int
) -> Counter[int]:
    """How much each of the few shares."""
    shared = Counter[int]()
    for key, weight in keys.items():
        for customer in holders.get(hashed[key], ()):
            shared[customer] += weight
    least = max(shared.values(), default=0) / LEAST_SHARE
    likely = [one for one, weight in shared.items() if weight >= least]
    few = sorted(likely, key=lambda one: (-shared[one], one))[:limit]
    return Counter({one: shared[one] for one in few})


def _in_order(shared: Counter[int], known: Mapping[int, Customer]) -> Sequence[Customer]:
    """Without those who were erased."""
    numbers = sorted(
        (one for one in shared if one in known), key=lambda one: (-shared[one], known[one].id)
    )
    return [known[one] for one in numbers]


def _holders(*, is_sqlite: bool) -> Select[Any]:
    """Of a key that very many share only the first are read."""
    keys = listed("sought", is_sqlite=is_sqlite)
    same = bound_keys.alias("same")
    last = (
        select(same.c.customer)
        .where(same.c.key == keys.c.value)
        .order_by(same.c.customer)
        .limit(1)
        .offset(literal_column(str(_MOST_OF_A_KEY - 1)))
        .scalar_subquery()
    )
    until = func.coalesce(last, literal_column(str(_NO_END)))
    return (
        select(bound_keys.c.key, bound_keys.c.customer)
        .select_from(keys)
        .join(bound_keys, (bound_keys.c.key == keys.c.value) & (bound_keys.c.customer <= until))
    )


def _particulars_of(*, is_sqlite: bool) -> Select[Any]:
    numbers = listed("sought", is_sqlite=is_sqlite)
    return particulars().join(numbers, numbers.c.value == customers.c.number)
