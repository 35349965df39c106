"""Alerts of which nobody says what happened are brought to mind, once for each time it is due."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from core.alert.events import AlertLetBe, AlertReminded, Settled
from core.alert.state import Alert
from core.case.proposals import ReviewMatter, ReviewOutcome
from core.services.alerting.alert_reminding import AlertReminding
from core.services.messages import Channel, Kind, Person
from core.vocabulary.ids import SYSTEM, AlertId
from core.vocabulary.people import Absence
from tests.core.services.alerting.at_the_desk import OTHER, AtTheDesk
from tests.core.services.alerting.contacts import BY_NAME
from tests.core.story import POLICY
from tests.support.people import ASHA, DEVI, MORGAN, SENA

OF_REMINDERS = Kind.ALERT_REMINDER


class Minding(AtTheDesk):
    """``sanction``: by which Casey is bound."""

    def __init__(self) -> None:
        super().__init__()
        self.reminding = AlertReminding(POLICY, self.memory.desk)

    async def minded(self) -> int:
        """How many are brought to mind now."""
        before = len(self.memory.messages)
        due = await self.reminding.due(100)
        sent = [await self.reminding.remind(alerts) for alerts in due]
        self.last = tuple(self.memory.messages[before:])
        return sum(sent)

    async def lifted(self) -> None:
        (sanction,) = (await self.service.case(self.case)).sanctions
        await self.agreed(ReviewMatter(sanction, ReviewOutcome.LIFT, "It is enough."), MORGAN)

    def now(self, alert: Alert) -> Alert:
        return self.memory.store.alerts[alert.id]


async def minding() -> Minding:
    """On a Tuesday morning."""
    at = Minding()
    await at.sanctioned()
    return at


async def test_whoever_looks_after_the_case_is_reminded_the_next_day() -> None:
    at = await minding()
    alert = await at.alerted()
    at.later(hours=23, minutes=59)
    assert await at.minded() == 0
    at.later(minutes=1)
    assert await at.minded() == 1
    (message,) = at.last
    assert (message.kind, message.to) == (OF_REMINDERS, Person(ASHA.id))
    assert message.about == {"alert": alert.id, "case": at.case, "for": ASHA.id}
    (entry,) = at.memory.store.stream(f"alert:{alert.id}")[2:]
    assert (entry.by, entry.event) == (SYSTEM, AlertReminded(at.memory.clock.now(), (ASHA.id,)))


async def test_then_their_manager_too_and_again_until_it_is_settled() -> None:
    at = await minding()
    alert = await at.alerted()
    heard = []
    for _ in range(20):
        at.later(days=1)
        if await at.minded():
            heard.append({who for who, kind in at.heard if kind is OF_REMINDERS})
    assert heard == [{"asha"}, {"asha", "morgan"}, *[{"asha", "morgan"}] * 3]
    await at.log(at.now(alert))
    at.later(days=30)
    assert await at.minded() == 0


async def test_what_was_settled_before_is_brought_to_nobodys_mind() -> None:
    at = await minding()
    await at.log(await at.alerted())
    await at.apart(await at.alerted(OTHER))
    at.later(days=2)
    assert await at.minded() == 0
    assert await at.memory.desk.alerts.reminders_due(at.memory.clock.now()) == ()


async def test_one_that_asks_who_it_was_is_brought_to_mind_too() -> None:
    at = await minding()
    assert (await at.alerted(BY_NAME)).asks
    at.later(days=1)
    assert await at.minded() == 1


async def test_a_deputy_hears_of_it_and_where_nobody_is_left_the_customer_focus_team() -> None:
    at = await minding()
    today = at.memory.clock.now().date()
    away = Absence(today, today + timedelta(days=1), SENA.id)
    at.memory.employ(replace(ASHA, absences=(away,)))
    await at.alerted()
    at.later(days=1)
    await at.minded()
    assert at.heard == {("sena", OF_REMINDERS)}
    at.memory.employ(replace(ASHA, active=False, line_manager=None))
    at.later(days=2)
    await at.minded()
    (message,) = at.last
    assert (message.to, "for" in message.about) == (Channel.CUSTOMER_FOCUS, False)


async def test_whoever_was_reminded_sees_what_became_of_it() -> None:
    at = await minding()
    alert = await at.alerted()
    for _ in range(2):
        at.later(days=2)
        await at.minded()
        assert at.redrawn == set(), "nothing else is read of it than before"
    handled = await at.log(at.now(alert))
    assert handled.alert.settled is Settled.LOGGED
    assert {who for who, kind in at.redrawn if kind is OF_REMINDERS} == {"asha", "morgan"}


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


async def test_once_nothing_is_in_force_any_more_it_is_let_be() -> None:
    at = await minding()
    alert = await at.alerted()
    at.later(hours=2)
    await at.lifted()
    at.later(days=1)
    assert await at.minded() == 0
    assert at.last == ()
    assert at.said(alert) == [AlertLetBe()]
    at.later(days=30)
    kept = at.kept
    assert await at.minded() == 0
    assert at.kept == kept
    assert (await at.log(at.now(alert))).alert.settled is Settled.LOGGED


async def test_several_of_one_case_are_brought_to_mind_in_one_message() -> None:
    """Whoever has a hundred to look at gets one, with the latest contact."""
    at = await minding()
    first = await at.alerted()
    at.later(hours=2)
    second = await at.alerted()
    assert first.id != second.id
    at.later(days=1)
    assert await at.minded() == 2
    (message,) = at.last
    assert message.about["alert"] == second.id
    (told,), (beside,) = at.now(second).reminders, at.now(first).reminders
    assert (told.to, told.beside) == ((ASHA.id,), None)
    assert (beside.to, beside.beside) == ((), second.id)
    await at.log(at.now(first))
    assert at.redrawn == {("#alerts", Kind.KNOWN_CONTACT)}
    at.later(days=2)
    assert await at.minded() == 1
    assert at.heard == {("asha", OF_REMINDERS), ("morgan", OF_REMINDERS)}


async def test_one_that_comes_due_later_is_not_kept_back_by_an_earlier_one() -> None:
    at = await minding()
    await at.alerted()
    at.later(hours=2)
    second = await at.alerted()
    at.later(hours=22)
    assert await at.minded() == 1
    at.later(hours=2)
    assert await at.minded() == 1
    assert {each.about["alert"] for each in at.last} == {second.id}


async def test_of_several_replicas_that_see_several_alerts_each_is_told_once() -> None:
    at = await minding()
    alerts = []
    for _ in range(3):
        alerts.append((await at.alerted()).id)
        at.later(hours=2)
    at.later(days=1)
    other = AlertReminding(POLICY, at.memory.desk)
    sent = await asyncio.gather(at.reminding.remind(alerts[:2]), other.remind(alerts[1:]))
    assert sum(sent) == 3
    assert [len(at.memory.store.alerts[each].reminders) for each in alerts] == [1, 1, 1]


async def test_the_line_above_is_the_one_of_that_day() -> None:
    at = await minding()
    await at.alerted()
    at.memory.employ(replace(ASHA, line_manager=DEVI.id))
    at.later(days=4)
    await at.minded()
    assert at.heard == {("asha", OF_REMINDERS), ("devi", OF_REMINDERS)}
