"""Databases come to the newest schema by themselves, whoever opens them and from wherever."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from adapters.storage import MasterKey, Storage, StorageFault, open_storage
from adapters.storage.connecting.engine import Database
from adapters.storage.migrations.upgrade import _upgrade
from adapters.storage.schema import metadata
from core.case.events import DutyKind
from core.services.summary import Owed
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from tests.adapters.storage.samples import ASHA, in_force, report, summary
from tests.support.databases import PostgresServer, behind_its_back


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create_empty()
    yield server.url_of(name)
    server.drop(name)


async def test_an_empty_database_is_made_ready_from_any_folder(
    empty_url: str, master_key: MasterKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    storage = await open_storage(empty_url, master_key, {})
    await storage.store.commit(report())
    await storage.close()
    again = await open_storage(empty_url, master_key, {})
    assert (await again.verify()).entries == 3
    await again.close()


async def test_replicas_that_start_at_once_migrate_once(
    empty_url: str, master_key: MasterKey
) -> None:
    opened = await asyncio.gather(*(open_storage(empty_url, master_key, {}) for _ in range(4)))
    assert [await storage.healthy() for storage in opened] == [True] * 4
    for storage in opened:
        await storage.close()
    (version,) = behind_its_back(empty_url, "SELECT count(*) FROM alembic_version")
    assert version[0] == 1


async def test_the_migrations_make_the_schema_that_the_program_uses(storage: Storage) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with storage._database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_database_of_the_first_version_is_brought_along(
    empty_url: str, master_key: MasterKey
) -> None:
    database = Database(empty_url)
    async with database.writing() as connection:
        await connection.run_sync(_upgrade, "0001")
        await connection.execute(text(SUMMARY_AS_FIRST_WRITTEN))
        await connection.execute(text(STAFF_AS_FIRST_WRITTEN))
    await database.close()
    storage = await open_storage(empty_url, master_key, {})
    (kept,) = await storage.cases.in_force()
    assert kept == summary(
        CaseId("k1"),
        CustomerId("c1"),
        reference="UCB-K1",
        in_force=(in_force(date(2025, 6, 1)),),
        owed=(Owed(DutyKind.REVIEW_SANCTION, EntryNo(5), ASHA, date(2025, 6, 1)),),
        remind_on=date(2025, 5, 18),
    )
    assert await storage.cases.owing([ASHA]) == (kept,)
    assert await storage.cases.reminders_due(date(2025, 5, 18)) == (kept,)
    people = await storage.directory.people([])
    assert [member.id for member in people] == ["dana"]
    await storage.close()


SUMMARY_AS_FIRST_WRITTEN: Final = """
INSERT INTO case_summaries
(case_id, reference, customer, owner, open, version, next_review_on, next_remind_on, document)
VALUES ('k1', 'ucb-k1', 'c1', 'asha', true, 0, '2025-06-01', '2025-05-18',
 '{"case"\\:"k1","reference"\\:"UCB-K1","customer"\\:"c1","owner"\\:"asha","open"\\:true,'
 || '"in_force"\\:[{"sanction"\\:5,"code"\\:"contact-form","review_on"\\:"2025-06-01",'
 || '"remind_on"\\:"2025-05-18"}],"awaiting"\\:[]}')
"""
STAFF_AS_FIRST_WRITTEN: Final = """
INSERT INTO staff (id, email, line_manager, active, sort_name, document) VALUES
('dana', '', NULL, true, 'dana', '{"id"\\:"dana","name"\\:"Dana Director","grade"\\:"director",'
 || '"team"\\:"Wetlands","roles"\\:["director"],"accounts"\\:[],"active"\\:true}'),
('gone', '', NULL, false, 'gone', '{"id"\\:"gone","name"\\:"Gone Director","grade"\\:"director",'
 || '"team"\\:"Wetlands","roles"\\:["director"],"accounts"\\:[],"active"\\:false}')
"""


async def test_a_newer_schema_is_left_alone(empty_url: str, master_key: MasterKey) -> None:
    storage = await open_storage(empty_url, master_key, {})
    await storage.close()
    behind_its_back(empty_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageFault, match="made by a newer version"):
        await open_storage(empty_url, master_key, {})


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("mysql://localhost/ucb", "starts with 'mysql'"),
        ("ucb.db", "cannot be read as a URL"),
        ("sqlite://", "names no SQLite file"),
        ("sqlite:///:memory:", "names no SQLite file"),
    ],
)
async def test_an_unusable_url_is_explained(master_key: MasterKey, url: str, problem: str) -> None:
    with pytest.raises(StorageFault, match=problem):
        await open_storage(url, master_key, {})


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
async def test_every_spelling_of_a_postgresql_url_is_read(
    postgres_url: str, master_key: MasterKey, scheme: str
) -> None:
    url = postgres_url.replace("postgresql://", f"{scheme}://")
    storage = await open_storage(url, master_key, {})
    assert await storage.healthy()
    await storage.close()


async def test_a_file_that_is_no_database_is_not_healthy_and_not_touched(
    tmp_path: Path, master_key: MasterKey
) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"Dear customer, " * 100)
    with pytest.raises(StorageFault, match="cannot be opened"):
        await open_storage(f"sqlite:///{file}", master_key, {})
    assert file.read_bytes() == b"Dear customer, " * 100


async def test_a_database_that_went_away_is_not_healthy(
    postgres: PostgresServer, master_key: MasterKey
) -> None:
    name = postgres.create()
    storage = await open_storage(postgres.url_of(name), master_key, {})
    assert await storage.healthy()
    postgres.drop(name)
    assert not await storage.healthy()
    await storage.close()
