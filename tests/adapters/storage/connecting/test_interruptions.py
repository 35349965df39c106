"""A request that is given up, or a server that goes away, breaks nothing that follows."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from itertools import count
from unittest.mock import Mock

import pytest

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.connecting.standing import PAUSE
from bot.outbox import Parcel
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.adapters.storage.samples import NOW, report
from tests.support.databases import CHANNELS, OpenDatabase, behind_its_back
from tests.support.statements import every_statement


@pytest.mark.parametrize("statement", range(1, 11))
async def test_a_commit_that_somebody_stops_waiting_for_is_kept_all_the_same(
    open_database: OpenDatabase, statement: int
) -> None:
    told: list[str] = []
    storage = await open_database(on_commit=lambda: told.append("told"))
    task = asyncio.create_task(storage.store.commit(report()))
    with at_statement(storage, statement, task.cancel), pytest.raises(asyncio.CancelledError):
        await task
    await storage.close()
    assert told == ["told"]
    again = await open_database()
    assert (await again.verify()).entries == 3
    assert [parcel.attempts for parcel in await claimed(again)] == [0]


async def test_many_who_stop_waiting_hold_up_nobody(storage: Storage) -> None:
    for number in range(12):
        commit = report(Customer(CustomerId(f"c{number}"), f"CUS-{number}", "Casey Customer"))
        task = asyncio.create_task(storage.store.commit(commit))
        with at_statement(storage, number, task.cancel), suppress(asyncio.CancelledError):
            await task
    await storage.store.commit(report())
    await asyncio.gather(*storage._database.under_way)
    verified = await storage.verify()
    assert verified.ok
    assert await storage.outbox.waiting() == verified.entries / 3


def at_statement(
    storage: Storage, number: int, act: Callable[[], object]
) -> AbstractContextManager[None]:
    """Acts when the database is asked for the ``number``-th time."""
    asked = count(1)

    def ask(*_: object) -> None:
        if next(asked) == number:
            act()

    return every_statement(storage, ask)


async def claimed(storage: Storage) -> tuple[Parcel, ...]:
    return await storage.outbox.claim(NOW, limit=10, lease_seconds=60)


async def test_connections_that_the_server_closed_are_replaced(
    postgres_url: str, master_key: MasterKey
) -> None:
    storage = await open_storage(postgres_url, master_key, CHANNELS)
    await storage.store.commit(report())
    await asyncio.gather(*(storage.outbox.waiting() for _ in range(3)))
    behind_its_back(
        postgres_url,
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    assert await asyncio.gather(*(storage.outbox.waiting() for _ in range(3))) == [1, 1, 1]
    await storage.store.commit(report(Customer(CustomerId("c2"), "CUS-2", "Casey Customer")))
    assert (await storage.verify()).entries == 6
    await storage.close()


async def test_connections_are_asked_whether_they_stand_after_a_pause_alone(
    postgres_url: str, master_key: MasterKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = await open_storage(postgres_url, master_key, CHANNELS)
    asked = Mock(return_value=True)
    monkeypatch.setattr(storage._database._reader.dialect, "do_ping", asked)
    now = 0.0
    monkeypatch.setattr("adapters.storage.connecting.standing.monotonic", lambda: now)
    told = []
    for later in (0.0, PAUSE / 2, PAUSE * 2, PAUSE / 2):
        now += later
        await storage.outbox.waiting()
        told.append(asked.call_count)
    await storage.close()
    assert told == [0, 0, 1, 1]
