"""Customers registered through the product's own commit, one by one and many together."""

import secrets
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from adapters.storage import Storage
from benchmarks.crowd import crowd_without_end
from benchmarks.measure import Times
from core.case.register import CustomerRegistered
from core.services.ports.desk import Change, Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import OPERATOR, CustomerId

TOGETHER: Final = 100
_EVERY: Final = 8
"""Many together are registered once in so many rounds, so that a store keeps its size."""


class Registering:
    """``size``: of the store, to name what is measured."""

    def __init__(self, storage: Storage, size: int) -> None:
        self._storage = storage
        self._size = size
        self._new = _nobody_known(size)
        self._rounds = 0

    async def one(self) -> Times:
        return {f"one registered {self._size}": await self._register(1)}

    async def many(self) -> Times:
        self._rounds += 1
        if self._rounds % _EVERY:
            return {}
        seconds = await self._register(TOGETHER) / TOGETHER
        return {f"{TOGETHER} registered together, each {self._size}": seconds}

    async def _register(self, number: int) -> float:
        some = tuple(islice(self._new, number))
        commit = Commit(secrets.token_hex(8), _changes(some), customers=some)
        began = time.perf_counter()
        await self._storage.store.commit(commit)
        return time.perf_counter() - began


def _changes(some: Sequence[Customer]) -> tuple[Change, ...]:
    now = datetime.now(UTC)
    return tuple(
        Change(f"customer:{one.id}", one.id, 0, OPERATOR, now, (CustomerRegistered(one),))
        for one in some
    )


def _nobody_known(seed: int) -> Iterator[Customer]:
    for one in crowd_without_end(seed):
        token = secrets.token_hex(16)
        yield replace(one, id=CustomerId(token), reference=f"NEW-{token[:12]}")
