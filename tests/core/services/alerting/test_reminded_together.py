"""Alerts are brought to mind once, whoever else looks, and those of one case in one message."""

import asyncio
from collections import Counter
from datetime import date

from core.services.alerting.alert_reminding import AlertReminding
from core.services.messages import Audience, Kind
from core.vocabulary.ids import AlertId
from tests.core.services.alerting.minding import OF_REMINDERS, minding
from tests.core.story import POLICY
from tests.support.people import ASHA


async def test_a_second_sweep_or_replica_sends_nothing_twice() -> None:
    at = await minding()
    alert = await at.alerted()
    at.later(days=1)
    other = AlertReminding(POLICY, at.memory.desk)
    sent = await asyncio.gather(at.reminding.remind([alert.id]), other.remind([alert.id]))
    assert sorted(sent) == [0, 1]
    kept = at.kept
    assert await at.minded() == 0
    assert await other.remind([alert.id, AlertId("none")]) == 0
    assert at.kept == kept


async def test_when_others_are_faster_it_looks_again() -> None:
    at = await minding()
    alert = await at.alerted()
    at.later(days=1)
    at.memory.store.conflicts_to_come = 2
    assert await at.minded() == 1
    assert len(at.now(alert).reminders) == 1


async def test_several_of_one_case_are_brought_to_mind_in_one_message() -> None:
    """Whoever has a hundred to look at gets one, with the latest contact."""
    at = await minding()
    first = await at.alerted()
    at.later(hours=2)
    second = await at.alerted()
    assert first.id != second.id
    at.later(days=2)
    assert await at.minded() == 2
    (message,) = at.last
    assert message.about["alert"] == second.id
    (told,), (beside,) = at.now(second).reminders, at.now(first).reminders
    assert (told.to, told.beside) == ((ASHA.id,), None)
    assert (beside.to, beside.beside) == ((), second.id)
    await at.log(at.now(first))
    assert at.redrawn == {("#alerts", Kind.KNOWN_CONTACT)}
    at.later(days=4)
    assert await at.minded() == 1
    assert at.heard == {("asha", OF_REMINDERS), ("morgan", OF_REMINDERS)}


async def test_one_that_comes_due_later_is_not_kept_back_by_an_earlier_one() -> None:
    at = await minding()
    await at.alerted()
    at.later(hours=2)
    second = await at.alerted()
    at.later(hours=22)
    assert await at.minded() == 1
    at.later(days=1)
    assert await at.minded() == 1
    assert {each.about["alert"] for each in at.last} == {second.id}


async def test_a_persistent_customer_is_one_reminder_a_day() -> None:
    """They write every two hours for four days, and nobody says what happened."""
    at = await minding()
    heard: Counter[tuple[Audience, date]] = Counter()
    for hour in range(24 * 14):
        if hour < 96 and hour % 2 == 0:
            await at.alerted()
        await at.minded()
        heard.update((each.to, at.memory.clock.now().date()) for each in at.last)
        at.later(hours=1)
    assert len(at.alerts) == 48
    assert len(heard) > 8
    assert set(heard.values()) == {1}


async def test_of_several_replicas_that_see_several_alerts_each_is_told_once() -> None:
    at = await minding()
    alerts = []
    for _ in range(3):
        alerts.append((await at.alerted()).id)
        at.later(hours=2)
    at.later(days=2)
    other = AlertReminding(POLICY, at.memory.desk)
    sent = await asyncio.gather(at.reminding.remind(alerts[:2]), other.remind(alerts[1:]))
    assert sum(sent) == 3
    assert [len(at.memory.store.alerts[each].reminders) for each in alerts] == [1, 1, 1]
