"""Open alerts: found when they are to be brought to mind, and redrawn with what binds somebody."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import text

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.connecting.engine import Database
from adapters.storage.migrations.upgrade import _upgrade
from core.alert.events import AlertReminded
from core.alert.state import Alert, AlertReminder
from core.services.announcing.alerts import on_alert
from core.services.ports.desk import AlertsToRedraw, AlreadyDone, Change, Commit, Conflict
from core.vocabulary.ids import SYSTEM, AlertId, CustomerId
from tests.adapters.storage.claiming import POSTED, claim
from tests.adapters.storage.contacts.test_contacts import alert, raised, settled
from tests.adapters.storage.migrations.test_upgrade import empty_url
from tests.adapters.storage.samples import ASHA, CASEY, NOW, later, person, recorded
from tests.support.databases import OpenDatabase
from tests.support.memory import memory_desk

__all__ = ["empty_url"]

PAT: Final = CustomerId("c-pat")


def told(one: Alert) -> Commit:
    """Raised, and told in the channel of alerts."""
    return replace(raised(one), messages=tuple(on_alert(None, one)))


def otherwise(*customers: CustomerId, because: str = "case:k/7", version: int = 0) -> Commit:
    """Something binds these customers otherwise than before."""
    change = Change(f"views:{because}", CASEY.id, version, ASHA, NOW, ())
    redraw = AlertsToRedraw(frozenset(customers), because)
    return Commit(f"otherwise-{because}", (change,), redraw=redraw)


def reminded(one: Alert, version: int = 1) -> Commit:
    event = AlertReminded(NOW, (ASHA,))
    change = Change(f"alert:{one.id}", one.customer, version, SYSTEM, NOW, (event,))
    reminder = AlertReminder(event.due_at, event.to)
    after = replace(one, version=version + 1, reminders=(reminder,), remind_at=later(days=2))
    messages = tuple(on_alert(one, after))
    return Commit(f"remind-{one.id}", (change,), messages=messages, alerts=(after,))


async def due(storage: Storage, days: int = 0, limit: int = 100) -> list[str]:
    found = await storage.alerts.reminders_due(NOW + timedelta(days=days), limit)
    return [alert.id for alert in found]


async def redraws(storage: Storage) -> list[str]:
    """Claimed, once what they redraw is delivered."""
    keys = []
    while parcels := await claim(storage):
        for parcel in parcels:
            await storage.outbox.delivered(parcel.key, POSTED, NOW)
            keys += [parcel.key] if parcel.is_redraw else []
    return keys


async def test_alerts_to_be_brought_to_mind_are_found_the_longest_due_first(
    storage: Storage,
) -> None:
    for name, days in (("a1", 3), ("a2", 1), ("a3", 2), ("a4", 9)):
        await storage.store.commit(raised(alert(name, remind_at=later(days=days))))
    await storage.store.commit(raised(alert("a5")))
    assert await due(storage) == []
    assert await due(storage, 1) == ["a2"]
    assert await due(storage, 3) == ["a2", "a3", "a1"]
    assert await due(storage, 3, limit=2) == ["a2", "a3"]
    after = settled(alert("a2"))
    await storage.store.commit(after)
    assert await due(storage, 3) == ["a3", "a1"]


async def test_of_two_replicas_that_remind_one_does(open_database: OpenDatabase) -> None:
    one, other = await open_database(), await open_database()
    await one.store.commit(recorded(person("Asha Adviser", "U1")))
    standing = alert("a1", remind_at=NOW)
    await one.store.commit(told(standing))
    both = (each.store.commit(reminded(standing)) for each in (one, other))
    results = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(result is None for result in results) == [False, True]
    assert all(result is None or isinstance(result, AlreadyDone | Conflict) for result in results)
    assert await due(one, 1) == []
    assert await due(one, 2) == ["a1"]
    with pytest.raises(AlreadyDone):
        await other.store.commit(reminded(standing))
    sent = [parcel.key for parcel in await claim(one)]
    assert sent == ["alert:a1/known-contact/#alerts/slack:C-ALERTS", REMINDER]


REMINDER: Final = "alert:a1/alert-reminder/1/asha/slack:U1"


async def test_when_something_else_binds_somebody_their_open_alerts_are_drawn_anew(
    storage: Storage,
) -> None:
    await storage.store.commit(recorded(person("Asha Adviser", "U1")))
    for name, customer in (("a1", CASEY.id), ("a2", CASEY.id), ("a3", PAT), ("a4", PAT)):
        await storage.store.commit(told(alert(name, customer=customer)))
    await storage.store.commit(reminded(alert("a1")))
    await storage.store.commit(settled(alert("a2")))
    assert await redraws(storage) == []
    await storage.store.commit(otherwise(CASEY.id, CustomerId("nobody")))
    assert await redraws(storage) == [
        "alert:a1/known-contact/#alerts/redrawn-case:k/7/slack:C-ALERTS",
        "alert:a1/alert-reminder/1/asha/redrawn-case:k/7/slack:U1",
    ]
    await storage.store.commit(otherwise(PAT, because="case:k/8"))
    assert len(await redraws(storage)) == 2


async def test_one_that_waits_to_be_redrawn_is_not_redrawn_twice(storage: Storage) -> None:
    await storage.store.commit(told(alert("a1")))
    await claim(storage)
    await storage.outbox.delivered("alert:a1/known-contact/#alerts/slack:C-ALERTS", POSTED, NOW)
    await storage.store.commit(otherwise(CASEY.id))
    await storage.store.commit(otherwise(CASEY.id, because="case:k/8"))
    assert await storage.outbox.waiting() == 1
    with pytest.raises(AlreadyDone):
        await storage.store.commit(otherwise(CASEY.id))
    assert await storage.outbox.waiting() == 1


async def test_an_alert_raised_while_it_was_decided_is_drawn_anew_too(storage: Storage) -> None:
    """Whoever decided did not know of it yet."""
    decided = otherwise(CASEY.id)
    await storage.store.commit(told(alert("a1")))
    await claim(storage)
    await storage.store.commit(decided)
    await storage.outbox.delivered("alert:a1/known-contact/#alerts/slack:C-ALERTS", POSTED, NOW)
    assert len(await redraws(storage)) == 1


async def test_what_is_not_kept_redraws_nothing(storage: Storage) -> None:
    await storage.store.commit(told(alert("a1")))
    with pytest.raises(Conflict):
        await storage.store.commit(otherwise(CASEY.id, version=5))
    assert await redraws(storage) == []


async def test_of_very_many_people_too(storage: Storage) -> None:
    await storage.store.commit(told(alert("a1", customer=CustomerId("c-1100"))))
    many = [CustomerId(f"c-{number}") for number in range(1_200)]
    await storage.store.commit(otherwise(*many))
    assert len(await redraws(storage)) == 1


async def test_the_memory_of_the_tests_answers_alike(storage: Storage) -> None:
    memory = memory_desk((), ())
    alerts = [alert(f"a{n}", remind_at=later(days=n % 3) if n % 4 else None) for n in range(12)]
    for commit in (*map(told, alerts), settled(alerts[5]), otherwise(CASEY.id)):
        memory.store.keep(commit)
        await storage.store.commit(commit)
    for days in range(4):
        now = NOW + timedelta(days=days)
        kept = await storage.alerts.reminders_due(now, 5)
        assert await memory.desk.alerts.reminders_due(now, 5) == kept
    told_anew = [m.key for m in memory.store.messages if m.redraws]
    assert sorted(f"{key}/slack:C-ALERTS" for key in told_anew) == sorted(await redraws(storage))


async def test_alerts_of_an_earlier_version_are_to_be_looked_at(
    empty_url: str, master_key: MasterKey
) -> None:
    database = Database(empty_url)
    async with database.writing() as connection:
        await connection.run_sync(_upgrade, "0008")
        for name, is_settled in (("a1", "false"), ("a2", "true")):
            await connection.execute(text(AS_WRITTEN_BEFORE.format(name=name, settled=is_settled)))
    await database.close()
    storage = await open_storage(empty_url, master_key, {})
    (found,) = await storage.alerts.reminders_due(NOW)
    assert found == replace(alert("a1"), first_at=found.first_at, last_at=found.last_at)
    async with storage._database.reading() as connection:
        rows = await connection.execute(text("SELECT id, customer FROM contact_alerts ORDER BY id"))
        assert [tuple(row) for row in rows] == [("a1", CASEY.id), ("a2", CASEY.id)]
    assert await storage.alerts.get(AlertId("a2"))
    await storage.close()


AS_WRITTEN_BEFORE: Final = """
INSERT INTO contact_alerts (id, reference, case_id, version, settled, last_at, document)
VALUES ('{name}', 'ALE-{name}', 'case-of-c-casey', 1, {settled}, '2024-01-01T10:00:00.000000+00:00',
 '{{"id"\\:"{name}","reference"\\:"ALE-{name}","case"\\:"case-of-c-casey","customer"\\:"c-casey",'
 || '"version"\\:1,"count"\\:1,"first_at"\\:"2024-01-01T10\\:00\\:00+00\\:00",'
 || '"last_at"\\:"2024-01-01T10\\:00\\:00+00\\:00","means"\\:"phone","certainty"\\:"likely",'
 || '"reasons"\\:[]}}')
"""
