"""Open alerts on the page of what somebody still has to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.slack.rendering.card import card_view, message
from adapters.teams.rendering.buttons import Room
from adapters.teams.rendering.card import card as teams_card
from bot.views.card import Tone
from core.vocabulary.people import Absence, StaffMember
from core.vocabulary.sought import Sought
from tests.adapters.slack.limits_check import check_message, check_view
from tests.bot.conversation.alert_steps import (
    ANOTHER,
    LOG,
    MUCH_ALIKE,
    WHO,
    alerted,
    asha,
    brought_to_mind,
    lifted,
    now,
)
from tests.bot.conversation.harness import House, card, form, labels, words
from tests.support.adaptive_schema import check_card
from tests.support.people import ASHA, DEVI, FRAN, MORGAN, NOOR, SENA

OPEN = "Open alerts"


async def todo(at: House, member: StaffMember = ASHA) -> str:
    return words(await at.seat(member).sees("reviews"))


async def test_whoever_looks_after_the_case_sees_its_open_alerts_first(at: House) -> None:
    assert OPEN not in await todo(at)
    alert = await alerted(at, means="phone")
    at.memory.clock.forward(minutes=5)
    await alerted(at)
    shown = await asha(at).sees("reviews")
    told = words(shown)
    assert told.index("Open alerts") < told.index("Other things to do") < told.index("Due on")
    assert (
        f"{alert.reference}: 2 contacts (1 telephone, 1 email), the last by email on Wednesday"
        in told
    )
    assert "Case UCB-000001. Open since Wednesday 5 March 2025 at 11am (today)." in told
    assert "Asha Adviser says what became of it." in told
    assert shown.summary.startswith("1 alert is open. What you and your team")
    assert labels(shown)[:2] == ["Show the alert", "Open case"]
    opened = card(await asha(at).press(shown, "Show the alert"))
    await asha(at).send(form(await asha(at).press(opened, LOG)), topic="invoice")
    assert now(at, alert).settled
    assert OPEN not in await todo(at)


async def test_nothing_personal_is_read_there(at: House) -> None:
    await alerted(at, MUCH_ALIKE)
    told = await todo(at)
    assert "Somebody has to say whether it is the customer." in told
    assert "Casey" not in told
    assert "casey" not in told
    shown = await asha(at).sees("reviews")
    assert labels(shown)[0] == WHO
    await asha(at).press(card(await asha(at).press(shown, WHO)), ANOTHER)
    assert OPEN not in await todo(at)


@pytest.mark.parametrize(
    ("member", "sees"),
    [(ASHA, True), (MORGAN, True), (FRAN, True), (SENA, False), (NOOR, False), (DEVI, False)],
)
async def test_so_do_their_manager_and_whoever_manages_every_case(
    at: House, member: StaffMember, sees: bool
) -> None:
    alert = await alerted(at)
    assert (alert.reference in await todo(at, member)) is sees


async def test_a_deputy_sees_them_while_they_stand_in(at: House) -> None:
    alert = await alerted(at)
    today = at.now.date()
    away = Absence(today, today + timedelta(days=1), SENA.id)
    at.memory.employ(replace(ASHA, absences=(away,)))
    told = await todo(at, SENA)
    assert alert.reference in told
    assert "Sena Senior says what became of it." in told
    assert alert.reference not in await todo(at, NOOR)
    at.memory.clock.forward(days=2)
    assert alert.reference not in await todo(at, SENA)


async def test_where_nobody_is_left_the_customer_focus_team_is_told_that_it_is_theirs(
    at: House,
) -> None:
    at.memory.employ(replace(ASHA, active=False, line_manager=None))
    await alerted(at)
    assert "The Customer Focus team says what became of it." in await todo(at, FRAN)


async def test_the_longest_open_come_first_and_only_a_few_are_listed(at: House) -> None:
    raised = []
    for number in range(8):
        who = Sought(names=("Casey Customer",), emails=(f"c{number}@example.org",))
        raised.append((await alerted(at, who)).reference)
        at.memory.clock.forward(minutes=1)
    shown = await asha(at).sees("reviews")
    told = words(shown)
    places = [told.find(reference) for reference in raised]
    assert places[:5] == sorted(places[:5])
    assert places[5:] == [-1, -1, -1]
    assert "And 3 more alerts, once these are dealt with." in told
    assert shown.summary.startswith("8 alerts are open.")
    check_message(message(shown, "/ucb"))
    check_view(card_view(shown, "/ucb"))
    for room in Room:
        check_card(teams_card(shown, "/ucb", room))


async def test_what_nobody_is_reminded_of_any_more_is_no_longer_to_be_done(at: House) -> None:
    alert = await alerted(at)
    await brought_to_mind(at, days=1)
    assert alert.reference in await todo(at)
    await lifted(at)
    await brought_to_mind(at, days=7)
    assert now(at, alert).let_be
    assert OPEN not in await todo(at)


async def test_of_somebody_with_nothing_else_to_do_they_are_all_there_is(at: House) -> None:
    alert = await alerted(at)
    today = at.now.date()
    away = Absence(today, today + timedelta(days=1), NOOR.id)
    at.memory.employ(replace(ASHA, absences=(away,)))
    shown = await at.seat(NOOR).sees("reviews")
    assert alert.reference in words(shown)
    assert "nothing is due" not in words(shown)
    assert "Other things to do" not in words(shown)
    assert shown.tone is Tone.INFO
