"""Two replicas on one database, really racing."""

import asyncio
from dataclasses import replace

import pytest

from adapters.storage import Storage
from bot.views.ports import Posted
from core.services.ports.desk import AlreadyDone, Commit, Conflict
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.adapters.storage.samples import (
    CASEY,
    NOW,
    case_change,
    contact,
    message,
    person,
    posting,
    recorded,
    report,
    to,
)
from tests.support.databases import OpenDatabase


@pytest.fixture
async def replicas(open_database: OpenDatabase) -> tuple[Storage, Storage]:
    return await open_database(), await open_database()


async def outcome(storage: Storage, commit: Commit) -> str:
    try:
        await storage.store.commit(commit)
    except (Conflict, AlreadyDone) as refused:
        return type(refused).__name__
    return "kept"


async def test_of_decisions_on_one_version_one_is_kept(replicas: tuple[Storage, Storage]) -> None:
    await replicas[0].store.commit(report())
    for version in range(2, 12):
        rivals = [
            outcome(replicas[n % 2], case_change(version, contact(), delivery=f"{version}-{n}"))
            for n in range(6)
        ]
        assert sorted(await asyncio.gather(*rivals)) == ["Conflict"] * 5 + ["kept"]
    assert [e.version for e in await replicas[1].store.load("case:case-of-c-casey")] == list(
        range(1, 13)
    )
    assert (await replicas[0].verify()).ok


async def test_one_delivery_at_both_replicas_is_carried_out_once(
    replicas: tuple[Storage, Storage],
) -> None:
    rivals = [outcome(replicas[n % 2], report()) for n in range(8)]
    assert sorted(await asyncio.gather(*rivals)) == ["AlreadyDone"] * 7 + ["kept"]
    assert (await replicas[0].verify()).entries == 3


async def test_commits_on_different_cases_all_succeed_without_gaps(
    replicas: tuple[Storage, Storage],
) -> None:
    customers = [Customer(CustomerId(f"c{n}"), f"CUS-{n}", f"Casey{n}") for n in range(20)]
    reports = [outcome(replicas[n % 2], report(c)) for n, c in enumerate(customers)]
    assert await asyncio.gather(*reports) == ["kept"] * 20
    verified = await replicas[1].verify()
    assert (verified.ok, verified.entries) == (True, 60)


async def test_two_first_reports_of_one_customer_open_one_case(
    replicas: tuple[Storage, Storage],
) -> None:
    first = report()
    second = replace(first, delivery="other", messages=())
    results = await asyncio.gather(outcome(replicas[0], first), outcome(replicas[1], second))
    assert sorted(results) == ["Conflict", "kept"]
    assert await replicas[0].customers.get(CASEY.id) == CASEY


async def test_no_parcel_is_claimed_twice(replicas: tuple[Storage, Storage]) -> None:
    people = [person(f"Person{n:02}", f"U{n:02}") for n in range(60)]
    await replicas[0].store.commit(recorded(*people))
    await replicas[0].store.commit(posting(*(message(f"m-{p.id}", to(p.id)) for p in people)))
    claims = [replicas[n % 2].outbox.claim(NOW, limit=7, lease_seconds=60) for n in range(12)]
    keys = [parcel.key for claimed in await asyncio.gather(*claims) for parcel in claimed]
    while more := await replicas[0].outbox.claim(NOW, limit=50, lease_seconds=60):
        keys += [parcel.key for parcel in more]
    assert sorted(keys) == [f"m-person{n:02}/slack:U{n:02}" for n in range(60)]


async def test_of_one_address_one_replica_has_the_next_ones_in_order(
    replicas: tuple[Storage, Storage],
) -> None:
    await replicas[0].store.commit(posting(*(message(f"m{n:02}") for n in range(60))))
    expected = [f"m{n:02}/slack:C-FOCUS" for n in range(60)]
    while expected:
        claims = [replicas[n % 2].outbox.claim(NOW, limit=7, lease_seconds=60) for n in range(6)]
        (taken,) = [claimed for claimed in await asyncio.gather(*claims) if claimed]
        keys = [parcel.key for parcel in taken]
        assert keys == expected[: len(keys)]
        expected = expected[len(keys) :]
        for key in keys:
            await replicas[0].outbox.delivered(key, Posted("C-FOCUS", key), NOW)


async def test_commits_and_claims_at_the_same_time_lose_nothing(
    replicas: tuple[Storage, Storage],
) -> None:
    async def commit_some(storage: Storage, who: str) -> None:
        for n in range(10):
            await storage.store.commit(posting(message(f"{who}{n}")))

    async def claim_some(storage: Storage) -> list[str]:
        keys: list[str] = []
        for _ in range(10):
            parcels = await storage.outbox.claim(NOW, limit=3, lease_seconds=60)
            keys += [parcel.key for parcel in parcels]
            for parcel in parcels:
                await storage.outbox.delivered(parcel.key, Posted("C-FOCUS", "1"), NOW)
        return keys

    *_, one, other = await asyncio.gather(
        commit_some(replicas[0], "a"),
        commit_some(replicas[1], "b"),
        claim_some(replicas[0]),
        claim_some(replicas[1]),
    )
    rest = await replicas[0].outbox.claim(NOW, limit=100, lease_seconds=60)
    keys = [*one, *other, *(parcel.key for parcel in rest)]
    assert len(keys) == len(set(keys)) == 20
