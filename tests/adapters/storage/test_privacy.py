"""What somebody sees who gets hold of the files, and who may get hold of them."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.storage import MasterKey, open_storage
from core.services.messages import Channel
from core.vocabulary.customer import Customer, CustomerKind
from core.vocabulary.ids import CustomerId
from tests.adapters.storage.samples import (
    NARRATIVE,
    case_change,
    contact,
    message,
    posting,
    report,
)
from tests.support.databases import CHANNELS, behind_its_back

QUILLON = Customer(
    CustomerId("c1"),
    "CUS-1",
    "Quillon Madeupname",
    emails=("q.madeup@example.org",),
    phones=("+44 7700 900123",),
    kinds=frozenset({CustomerKind.AGENT, CustomerKind.SITE_OWNER}),
    organisation="Xylofields Limited",
    address="7 Nonesuch Lane, Nowhere",
    employer="Zebedees Agency",
    professional_body="Guild of Imaginary Agents",
)
SECRETS = (
    "Quillon",
    "Madeup",
    "example.org",
    "7700 900123",
    "7700900123",
    NARRATIVE,
    "Hedge cutting",
    "abusive",
    "site-owner",
    "Xylofields",
    "Nonesuch",
    "7 nonesuch lane nowhere",
    "Zebedees",
    "Imaginary",
)


def looked_for(secret: str) -> set[bytes]:
    spellings = {secret, secret.casefold(), secret.upper()}
    return {s.encode(code) for s in spellings for code in ("utf-8", "utf-16-le", "utf-16-be")}


async def fill(url: str, key: MasterKey) -> None:
    storage = await open_storage(url, key, CHANNELS)
    await storage.store.commit(report(QUILLON))
    await storage.store.commit(case_change(2, contact(NARRATIVE), customer=QUILLON))
    await storage.store.commit(posting(message("alert", Channel.ALERTS)))
    assert [hit.customer for hit in await storage.customers.search("quillon made")] == [QUILLON]
    neighbour = replace(QUILLON, id=CustomerId("c2"), reference="CUS-2")
    await storage.store.commit(report(neighbour))
    assert await storage.customers.at_same_place(QUILLON) == (neighbour,)


async def test_nothing_about_a_customer_stands_in_the_files(
    tmp_path: Path, master_key: MasterKey
) -> None:
    file = tmp_path / "ucb.db"
    storage = await open_storage(f"sqlite:///{file}", master_key, CHANNELS)
    await fill(f"sqlite:///{file}", master_key)
    files = list(tmp_path.iterdir())  # noqa: ASYNC240
    assert {f.name for f in files} >= {"ucb.db", "ucb.db-wal"}
    raw = b"".join(f.read_bytes() for f in files)
    assert b"incident-reported" in raw
    assert [s for s in SECRETS if any(spelling in raw for spelling in looked_for(s))] == []
    await storage.close()


async def test_nothing_about_a_customer_stands_in_any_table(
    database_url: str, master_key: MasterKey
) -> None:
    await fill(database_url, master_key)
    raw = b""
    for table in ("entries", "customers", "customer_keys", "case_summaries", "outbox"):
        rows = behind_its_back(database_url, f"SELECT * FROM {table}")  # noqa: S608
        assert rows
        for value in (value for row in rows for value in row):
            raw += value if isinstance(value, bytes) else str(value).encode()
    assert [s for s in SECRETS if any(spelling in raw for spelling in looked_for(s))] == []


async def test_search_keys_are_of_this_master_key_alone(
    database_url: str, master_key: MasterKey, tmp_path: Path
) -> None:
    """So that nobody finds out by a table of hashes of names who is in the index."""
    other_url = f"sqlite:///{tmp_path / 'other.db'}"
    await fill(database_url, master_key)
    await fill(other_url, MasterKey.from_text(MasterKey.generate()))
    query = "SELECT key FROM customer_keys"
    one, other = (
        {row.key for row in behind_its_back(url, query)} for url in (database_url, other_url)
    )
    assert len(one) == len(other) > 0
    assert not one & other


async def test_the_files_are_for_the_bot_alone(tmp_path: Path, master_key: MasterKey) -> None:
    file = tmp_path / "data" / "deep" / "ucb.db"
    storage = await open_storage(f"sqlite:///{file}", master_key, CHANNELS)
    await storage.store.commit(report())
    modes = {f.name: stat.S_IMODE(f.stat().st_mode) for f in file.parent.iterdir()}
    assert modes == dict.fromkeys(("ucb.db", "ucb.db-wal", "ucb.db-shm"), 0o600)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    await storage.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000)],
)
async def test_what_is_committed_to_a_file_survives(
    sqlite_url: str, master_key: MasterKey, pragma: str, value: object
) -> None:
    storage = await open_storage(sqlite_url, master_key, CHANNELS)
    async with storage._database.writing() as connection:
        result = await connection.exec_driver_sql(f"PRAGMA {pragma}")
        assert result.scalar_one() == value
    await storage.close()
