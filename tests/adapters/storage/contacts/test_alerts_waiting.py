"""Open alerts that somebody has yet to say something of: found by whose case it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import text

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.connecting.engine import Database
from adapters.storage.migrations.upgrade import _upgrade
from adapters.storage.writing.codec import dumps
from core.alert.state import Alert
from core.services.ports.desk import Commit
from core.services.ports.finders import Alerts
from core.vocabulary.ids import CaseId, StaffId
from core.vocabulary.people import Absence
from tests.adapters.storage.contacts.test_contacts import CASE, alert, raised, settled
from tests.adapters.storage.migrations.test_upgrade import empty_url
from tests.adapters.storage.samples import (
    ASHA,
    MORGAN,
    NOW,
    TODAY,
    later,
    person,
    recorded,
    summary,
)
from tests.support.memory import memory_desk

__all__ = ["empty_url"]

OTHER: Final = CaseId("k2")


def waiting(name: str, hours: int, case: CaseId = CASE) -> Alert:
    return alert(name, case=case, open_since=later(hours=hours), remind_at=later(days=9))


WAITING: Final = (
    waiting("a1", 3),
    waiting("a2", 1),
    waiting("a3", 2, OTHER),
    waiting("a4", 2),
    waiting("a5", 0),
)


def kept() -> Iterator[Commit]:
    """Asha looks after one case and Morgan after another; one alert is settled, one let be."""
    cases = (summary(CASE), replace(summary(OTHER, owner=MORGAN), reference="UCB-2", open=False))
    yield Commit("cases", (), summaries=cases)
    yield from map(raised, (*WAITING, alert("a6", open_since=NOW, let_be=True)))
    yield settled(replace(WAITING[-1], remind_at=None))


async def found(alerts: Alerts, *owners: StaffId, limit: int = 10) -> tuple[list[str], int]:
    each = await alerts.waiting(owners or None, limit)
    return [one.id for one in each], await alerts.count_waiting(owners or None)


async def test_the_longest_open_of_the_cases_somebody_looks_after(storage: Storage) -> None:
    memory = memory_desk((), ())
    for commit in kept():
        await storage.store.commit(commit)
        memory.store.keep(commit)
    for alerts in (storage.alerts, memory.desk.alerts):
        assert await found(alerts, ASHA) == (["a2", "a4", "a1"], 3)
        assert await found(alerts, MORGAN) == (["a3"], 1)
        assert await found(alerts, ASHA, MORGAN) == (["a2", "a3", "a4", "a1"], 4)
        assert await found(alerts) == (["a2", "a3", "a4", "a1"], 4)
        assert await found(alerts, limit=2) == (["a2", "a3"], 4)
        assert await found(alerts, ASHA, limit=2) == (["a2", "a4"], 3)
        assert await found(alerts, StaffId("nobody")) == ([], 0)


async def test_they_are_those_of_whoever_looks_after_the_case_now(storage: Storage) -> None:
    for commit in kept():
        await storage.store.commit(commit)
    handed_over = replace(summary(CASE), owner=MORGAN)
    await storage.store.commit(Commit("handed-over", (), summaries=(handed_over,)))
    assert await found(storage.alerts, ASHA) == ([], 0)
    assert await found(storage.alerts, MORGAN) == (["a2", "a3", "a4", "a1"], 4)


async def test_those_that_an_earlier_version_kept_wait_too(
    empty_url: str, master_key: MasterKey
) -> None:
    old = replace(WAITING[0], open_since=None, first_at=NOW - timedelta(hours=1, milliseconds=20))
    database = Database(empty_url)
    async with database.writing() as connection:
        await connection.run_sync(_upgrade, "0011")
        for one in (*WAITING[1:], old, alert("a6")):
            due = "2025" if one.remind_at else None
            values = {"id": one.id, "case": one.case, "document": dumps(one), "due": due}
            await connection.execute(AS_WRITTEN_BEFORE, values)
    await database.close()
    storage = await open_storage(empty_url, master_key, {})
    assert await found(storage.alerts) == (["a1", "a5", "a2", "a3", "a4"], 5)
    await storage.store.commit(settled(replace(WAITING[1], remind_at=None), version=0))
    assert await found(storage.alerts, limit=2) == (["a1", "a5"], 4)
    await storage.close()


AS_WRITTEN_BEFORE: Final = text(
    "INSERT INTO contact_alerts (id, reference, case_id, version, settled, last_at, document,"
    " remind_at) VALUES (:id, :id, :case, 1, false, '2025', :document, :due)"
)


@pytest.mark.parametrize("active", [True, False])
async def test_colleagues_are_found_by_whom_they_named_as_their_deputy(
    storage: Storage, active: bool
) -> None:
    memory = memory_desk((), ())
    absences = [
        Absence(TODAY + timedelta(days=n), TODAY + timedelta(days=n), MORGAN) for n in (0, 9)
    ]
    asha = person("Asha Adviser", absences=tuple(absences), active=active)
    without = person("Ira Inactive", absences=(Absence(TODAY, TODAY, None),))
    staff = recorded(asha, without, person("Morgan Manager"))
    await storage.store.commit(staff)
    memory.store.keep(staff)
    for directory in (storage.directory, memory.desk.directory):
        assert await directory.naming(MORGAN) == (asha,)
        assert await directory.naming(ASHA) == ()
