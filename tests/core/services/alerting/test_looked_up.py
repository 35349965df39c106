"""What is read of the alerts that stand: as much as the contacts at hand reach, and no more."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from core.alert.state import Alert
from core.vocabulary.ids import CaseId
from tests.core.services.alerting.at_the_desk import AtTheDesk, desk
from tests.core.services.alerting.test_asked_together import namesake

Found = dict[CaseId, Sequence[Alert]]


async def crowded(monkeypatch: pytest.MonkeyPatch) -> tuple[AtTheDesk, list[int]]:
    """Fifteen namesakes of five hours ago, fifteen of now; and how many alerts are read."""
    at = await desk()
    for hours in (0, 5):
        at.later(hours=hours)
        for number in range(15):
            await at.alerted(namesake(number + hours * 10))
    read: list[int] = []
    around = at.memory.desk.alerts.around

    async def heard(cases: Sequence[CaseId], since: datetime, until: datetime) -> Found:
        found = await around(cases, since, until)
        read.append(sum(map(len, found.values())))
        return found

    monkeypatch.setattr(at.memory.desk.alerts, "around", heard)
    return at, read


async def test_a_contact_reads_only_what_it_may_join(monkeypatch: pytest.MonkeyPatch) -> None:
    at, read = await crowded(monkeypatch)
    joined = await at.alerted(namesake(50))
    assert (joined.count, read) == (2, [15])


async def test_a_batch_reads_once_as_far_as_its_earliest(monkeypatch: pytest.MonkeyPatch) -> None:
    at, read = await crowded(monkeypatch)
    then = at.memory.clock.now() - timedelta(hours=5)
    await at.takes(at.contact(namesake(50)), at.contact(namesake(0), at=then))
    assert read == [30]
    assert sorted(alert.count for alert in at.alerts)[-3:] == [1, 2, 2]


async def test_colleagues_are_known_to_speak_of_an_alert_for_a_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at, _ = await crowded(monkeypatch)
    told = {"source": "slack:C1", "means": ""}
    alert = await at.alerted(where="C1:100.1", **told)
    at.later(hours=23)
    for number in range(100, 115):
        await at.alerted(namesake(number))
    receipt = await at.comes(where="C1:100.1:107.5", **told)
    assert receipt.alerts == (alert.id,)
    assert at.memory.store.alerts[alert.id].count == 1


async def test_a_new_alert_is_the_same_whatever_else_comes_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that two replicas, each with a batch of its own, do not raise two."""
    at, _ = await crowded(monkeypatch)
    then = at.memory.clock.now() - timedelta(hours=5)
    new, old = at.contact(namesake(99)), at.contact(namesake(0), at=then)
    (alone,) = await at.incoming.take([new], dry_run=True)
    _, beside = await at.incoming.take([old, new], dry_run=True)
    assert alone.alerts == beside.alerts
    assert alone.alerts[0] not in at.memory.store.alerts
