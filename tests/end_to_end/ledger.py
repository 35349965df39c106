"""What the bot has kept and promised to say, held against what stands in the conversations."""

import asyncio
from collections import Counter
from collections.abc import Callable

from tests.end_to_end.cloud import Cloud
from tests.support.databases import behind_its_back

PATIENCE = 20.0


def entries(database_url: str) -> Counter[str]:
    """How many entries of each kind the timeline has, the staff directory's left out."""
    query = "SELECT kind FROM entries WHERE stream NOT LIKE 'staff:%'"
    return Counter(row.kind for row in behind_its_back(database_url, query))


def waiting(database_url: str) -> int:
    query = "SELECT count(*) AS waiting FROM outbox WHERE state = 'waiting'"
    return int(behind_its_back(database_url, query)[0].waiting)


def parked(database_url: str) -> dict[str, str]:
    """The reason why each parked parcel waits for a person, by its key."""
    query = "SELECT key, reason FROM outbox WHERE state = 'parked'"
    return {row.key: row.reason for row in behind_its_back(database_url, query)}


async def all_said(database_url: str, cloud: Cloud) -> None:
    """Waits until nothing is left to be said; then every message stands exactly once."""
    try:
        await eventually(lambda: waiting(database_url) == 0)
    except TimeoutError:
        raise AssertionError(f"still to be said: {_unsaid(database_url)}") from None
    query = "SELECT * FROM outbox WHERE original IS NULL AND state = 'delivered'"
    said = [(r.posted_place, r.posted_message) for r in behind_its_back(database_url, query)]
    stands = [(message.channel, message.ts) for message in cloud.standing() if message.key]
    assert sorted(stands) == sorted(said)
    assert len(set(stands)) == len(stands) > 0


def _unsaid(database_url: str) -> list[str]:
    query = "SELECT * FROM outbox WHERE state = 'waiting'"
    rows = behind_its_back(database_url, query)
    return [
        f"{row.key}: {row.attempts} tries, {row.reason}, due {row.due_at}, till {row.leased_until}"
        for row in rows
    ]


async def eventually(met: Callable[[], bool]) -> None:
    """Looks again and again, for as long as a patient person would."""
    async with asyncio.timeout(PATIENCE):
        while not await asyncio.to_thread(met):  # noqa: ASYNC110 - it is another process's doing
            await asyncio.sleep(0.02)
