"""Alerts of which nobody says what happened are brought to mind, once for each time it is due."""

from dataclasses import replace
from datetime import timedelta

from core.alert.events import AlertLetBe, AlertReminded, Settled
from core.services.messages import Channel, Person
from core.vocabulary.ids import SYSTEM
from core.vocabulary.people import Absence
from tests.core.services.alerting.at_the_desk import OTHER
from tests.core.services.alerting.contacts import BY_NAME
from tests.core.services.alerting.minding import OF_REMINDERS, minding
from tests.support.people import ASHA, DEVI, MORGAN, SENA


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


async def test_a_further_contact_that_joins_it_is_brought_to_mind_again() -> None:
    at = await minding()
    alert = await at.alerted()
    for _ in range(24):
        at.later(minutes=58)
        await at.alerted()
    await at.lifted()
    at.later(minutes=50)
    assert await at.minded() == 0
    assert at.said(alert)[-1] == AlertLetBe()
    await at.agreed(at.sanctions(), MORGAN)
    again = await at.alerted()
    assert (again.id, again.count) == (alert.id, 26)
    at.later(days=2)
    assert await at.minded() == 1
    assert at.heard == {("asha", OF_REMINDERS)}
    await at.lifted()
    at.later(days=7)
    assert await at.minded() == 0
    assert at.said(alert)[-1] == AlertLetBe()


async def test_the_line_above_is_the_one_of_that_day() -> None:
    at = await minding()
    await at.alerted()
    at.memory.employ(replace(ASHA, line_manager=DEVI.id))
    at.later(days=4)
    await at.minded()
    assert at.heard == {("asha", OF_REMINDERS), ("devi", OF_REMINDERS)}
