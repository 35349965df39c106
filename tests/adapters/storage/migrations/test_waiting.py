"""What waited already when the database is brought along is found for whoever stands in."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.connecting.engine import Database
from adapters.storage.migrations.upgrade import _upgrade
from adapters.storage.writing.codec import dumps
from core.case.events import DutyKind
from core.services.summary import Asked, CaseSummary, Owed
from core.vocabulary.ids import EntryNo, StaffId
from core.vocabulary.people import Absence, StaffMember
from tests.adapters.storage.cases.test_standing_in import NOOR, held_by
from tests.adapters.storage.migrations.test_upgrade import empty_url
from tests.adapters.storage.samples import ASHA, MORGAN, TODAY, awaits, person, summary

__all__ = ["empty_url"]

ABSENCES = (
    Absence(TODAY - timedelta(days=1), TODAY, NOOR),
    Absence(TODAY + timedelta(days=9), TODAY + timedelta(days=9)),
)
UNWRITTEN = awaits(NOOR, ASHA, 5)
"""It was not written down in whose place."""

PROPOSED = replace(
    summary(awaiting=(awaits(MORGAN, ASHA), held_by(NOOR, MORGAN), UNWRITTEN)), reference="UCB-1"
)
QUESTION = Owed(DutyKind.ASSESS_CONTACT, EntryNo(9), MORGAN, TODAY)


@pytest.fixture
async def brought_along(empty_url: str, master_key: MasterKey) -> AsyncIterator[Storage]:
    """From the version before."""
    await _kept_before(empty_url, replace(PROPOSED, owed=(QUESTION,)))
    storage = await open_storage(empty_url, master_key, {})
    yield storage
    await storage.close()


async def _kept_before(url: str, kept: CaseSummary) -> None:
    database = Database(url)
    async with database.writing() as connection:
        await connection.run_sync(_upgrade, "0010")
        for statement, values in (*_rows(kept), *_staff(person("Morgan Manager"))):
            await connection.execute(text(statement), values)
    await database.close()


def _rows(kept: CaseSummary) -> list[tuple[str, dict[str, object]]]:
    case: dict[str, object] = {"case": kept.case, "document": dumps(kept)}
    return [
        (
            "INSERT INTO case_summaries (case_id, reference, customer, owner, open, version,"
            " document) VALUES (:case, 'ucb-1', 'c', 'asha', true, 9, :document)",
            case,
        ),
        (
            "INSERT INTO awaiting VALUES (:case, 3, 'morgan', 'asha', '2025'),"
            " (:case, 4, 'noor', 'asha', '2025'), (:case, 5, 'noor', 'asha', '2025')",
            {"case": kept.case},
        ),
        (
            "INSERT INTO owed VALUES (:case, 'assess-contact', 9, 'morgan', :today)",
            {"case": kept.case, "today": TODAY.isoformat()},
        ),
    ]


def _staff(member: StaffMember) -> list[tuple[str, dict[str, object]]]:
    away = replace(member, absences=ABSENCES)
    statement = (
        "INSERT INTO staff (id, email, active, sort_name, document)"
        " VALUES ('morgan', '', true, 'morgan', :document)"
    )
    return [(statement, {"document": dumps(away)})]


async def test_what_waits_and_who_is_away_is_found(brought_along: Storage) -> None:
    [kept] = await brought_along.cases.away_or_stood_in(TODAY)
    awaiting = (*PROPOSED.awaiting[:2], replace(UNWRITTEN, in_place_of=StaffId("")))
    asked = (Asked(EntryNo(9), MORGAN),)
    assert kept == replace(PROPOSED, owed=(QUESTION,), asked=asked, awaiting=awaiting)
    held = {(each.about, each.holder, each.asked) for each in kept.waiting}
    assert held == {(3, MORGAN, MORGAN), (4, MORGAN, NOOR), (5, "", NOOR), (9, MORGAN, MORGAN)}


async def test_what_a_deputy_may_hold_is_looked_at_whoever_is_away(brought_along: Storage) -> None:
    afterwards = TODAY + timedelta(days=99)
    assert len(await brought_along.cases.away_or_stood_in(afterwards)) == 1


async def test_absences_of_which_nobody_is_the_deputy_are_left_out(brought_along: Storage) -> None:
    query = text("SELECT staff, first, last FROM staff_absences")
    async with brought_along._database.reading() as connection:
        rows = (await connection.execute(query)).all()
    assert [(row.staff, str(row.last)) for row in rows] == [("morgan", str(TODAY))]


async def test_a_case_of_which_nothing_waits_any_more_stops_no_start(
    empty_url: str, master_key: MasterKey
) -> None:
    """Its document says so, though it is still listed among those that wait."""
    await _kept_before(empty_url, replace(PROPOSED, awaiting=(), owed=()))
    storage = await open_storage(empty_url, master_key, {})
    async with storage._database.reading() as connection:
        assert (await connection.execute(text("SELECT * FROM waiting"))).all() == []
    await storage.close()
