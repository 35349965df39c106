"""``kill -9`` in the middle of things: what was acknowledged is kept, and nothing by halves."""

import asyncio
import signal
import sys

import pytest

from adapters.storage import Storage
from tests.adapters.storage.samples import NOW
from tests.support.databases import OpenDatabase, behind_its_back

ENTRIES_A_COMMIT, MESSAGES_A_COMMIT = 3, 1


@pytest.mark.parametrize("acknowledged", [1, 20])
async def test_a_killed_process_leaves_whole_commits_alone(
    open_database: OpenDatabase, database_url: str, master_key_text: str, acknowledged: int
) -> None:
    storage = await open_database()
    kept = await kept_before_the_kill(database_url, master_key_text, acknowledged)
    await until_the_dead_are_buried(storage)
    verified = await storage.verify()
    assert verified.ok, verified.problem
    assert [await storage.store.was_done(delivery) for delivery in kept].count(None) == 0
    commits = counted(database_url, "deliveries")
    assert commits >= len(kept) >= acknowledged
    assert verified.entries == commits * ENTRIES_A_COMMIT
    assert counted(database_url, "outbox") == commits * MESSAGES_A_COMMIT
    for projection in ("customers", "case_summaries", "data_keys"):
        assert counted(database_url, projection) == commits
    await carries_on(storage, commits)


async def until_the_dead_are_buried(storage: Storage) -> None:
    """A server may still be at the killed process's last statement: this queues behind it."""
    assert not await storage.outbox.retry("nothing", NOW)


async def carries_on(storage: Storage, commits: int) -> None:
    """Nobody is left holding a lock: the next claim gets every parcel."""
    parcels = await storage.outbox.claim(NOW, limit=10_000, lease_seconds=1)
    assert len(parcels) == commits


async def kept_before_the_kill(url: str, key: str, acknowledged: int) -> list[str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.adapters.storage.timeline.committer", url, key),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    lines = [await process.stdout.readline() for _ in range(acknowledged)]
    process.send_signal(signal.SIGKILL)
    lines += (await process.stdout.read()).splitlines()
    assert await process.wait() == -signal.SIGKILL
    return [line.decode().strip() for line in lines]


def counted(url: str, table: str) -> int:
    count: int = behind_its_back(url, f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
    return count
