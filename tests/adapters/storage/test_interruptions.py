"""A request that is given up, or a server that goes away, breaks nothing that follows."""

import asyncio
from contextlib import suppress

from adapters.storage import MasterKey, Storage, open_storage
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId
from tests.adapters.storage.samples import report
from tests.support.databases import CHANNELS, behind_its_back


async def test_a_commit_given_up_midway_is_kept_whole_or_not_at_all(storage: Storage) -> None:
    kept = 0
    for turns in range(1, 60, 2):
        commit = report(Customer(CustomerId(f"c{turns}"), f"CUS-{turns}", "Casey Customer"))
        task = asyncio.create_task(storage.store.commit(commit))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        done = await storage.store.was_done(commit.delivery)
        kept += done is not None
        case = await storage.cases.summary(CaseId(f"case-of-c{turns}"))
        assert (case is not None) == (done is not None)
    verified = await storage.verify()
    assert (verified.problem, verified.entries) == ("", 3 * kept)
    assert await storage.outbox.waiting() == kept
    await storage.store.commit(report())
    assert (await storage.verify()).entries == 3 * kept + 3


async def test_connections_that_the_server_closed_are_replaced(
    postgres_url: str, master_key: MasterKey
) -> None:
    storage = await open_storage(postgres_url, master_key, CHANNELS)
    await storage.store.commit(report())
    behind_its_back(
        postgres_url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    await storage.store.commit(report(Customer(CustomerId("c2"), "CUS-2", "Casey Customer")))
    assert (await storage.verify()).entries == 6
    await storage.close()
