"""What a commit of customers writes, reckoned beforehand on every core."""

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import repeat
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from adapters.screening import ScreeningKeys
from adapters.storage import MasterKey
from adapters.storage.customers.particulars import seal_particulars
from adapters.storage.indexing.key_list import KEY_BYTES, packed
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.sealing.chain import GENESIS, Link
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.writing.codec import encode
from adapters.storage.writing.moments import moment_text
from benchmarks.bots import MASTER_KEY
from benchmarks.crowd import british
from core.case.register import CustomerRegistered
from core.vocabulary.customer import Customer
from core.vocabulary.ids import OPERATOR

_AT_ONCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Kept:
    """Of one customer. ``payload``: of the entry that registers them."""

    wrapped: bytes
    payload: bytes
    particulars: bytes
    found_by: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    customers: Sequence[Customer]
    kept: Sequence[Kept]
    links: Sequence[Link]
    master: str

    def first(self, number: int) -> "Prepared":
        return Prepared(
            self.customers[:number], self.kept[:number], self.links[:number], self.master
        )

    @property
    def head(self) -> tuple[int, bytes]:
        return len(self.links), self.links[-1].hash if self.links else GENESIS

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """The values of the columns of ``benchmarks.bulk.COLUMNS``."""
        pairs = zip(self.customers, self.kept, strict=True)
        if table == "data_keys":
            yield from ((one.id, kept.wrapped, self.master) for one, kept in pairs)
        elif table == "entries":
            yield from ((*link, link.hash) for link in self.links)
        else:
            for number, (one, kept) in enumerate(pairs, 1):
                yield number, one.id, one.reference, kept.particulars, kept.found_by, None

    def keys(self, start: int, step: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of every ``step``th customer from ``start`` on: their keys, and whose each is."""
        found_by = [kept.found_by for kept in self.kept[start::step]]
        keys = np.frombuffer(b"".join(found_by), ">i8").astype(np.int64)
        numbers = np.arange(start + 1, len(self.kept) + 1, step, dtype=np.int64)
        return keys, np.repeat(numbers, [len(each) // KEY_BYTES for each in found_by])


@cache
def prepared(number: int) -> Prepared:
    crowd = british(number)
    now = moment_text(datetime.now(UTC))
    batches = (crowd[start : start + _AT_ONCE] for start in range(0, number, _AT_ONCE))
    context = multiprocessing.get_context("spawn")
    with context.Pool() as pool:
        jobs = zip(batches, repeat(MASTER_KEY))
        kept = [one for some in pool.imap(_keep, jobs) for one in some]
    links = list(_chain(crowd, kept, now))
    return Prepared(crowd, kept, links, MasterKey.from_text(MASTER_KEY).id)


def _keep(job: tuple[Sequence[Customer], str]) -> list[Kept]:
    crowd, key = job
    master = MasterKey.from_text(key)
    keyring, search_keys = Keyring(master), SearchKeys(master.index, ScreeningKeys())
    done = []
    for customer in crowd:
        own, wrapped = keyring.new(customer.id)
        kind, words = encode(CustomerRegistered(customer))
        payload = own.seal(words, f"customer:{customer.id}", 1, kind)
        sealed = seal_particulars(own, customer)
        done.append(Kept(wrapped, payload, sealed, packed(search_keys.of(customer))))
    return done


def _chain(crowd: Sequence[Customer], kept: Iterable[Kept], now: str) -> Iterator[Link]:
    previous = GENESIS
    for position, (one, each) in enumerate(zip(crowd, kept, strict=True), 1):
        link = Link(
            position=position,
            stream=f"customer:{one.id}",
            version=1,
            kind="customer-registered",
            at=now,
            by=OPERATOR,
            subject=one.id,
            payload=each.payload,
            previous=previous,
        )
        previous = link.hash
        yield link
