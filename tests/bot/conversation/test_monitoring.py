"""Looking again after a warning: what happened since, and whether the behaviour improved."""

import pytest

from bot.views.card import Tone
from bot.views.form import Form
from core.case.events import DutyKind
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from tests.bot.conversation import steps
from tests.bot.conversation.harness import House, card, form, house, labels, problems, words
from tests.support.people import ASHA, FRAN, MORGAN, OLU


async def over() -> House:
    """Warned, and the time to watch is over."""
    at = house()
    await steps.warned(at)
    at.memory.clock.forward(days=26)
    await steps.remind(at)
    return at


async def asked(at: House, by: StaffMember = ASHA) -> Form:
    reminder = await steps.reminder(at, DutyKind.LOOK_AGAIN, by)
    return form(await at.seat(by).press(reminder, "Say how it went"))


async def test_the_owner_is_reminded_when_the_time_to_watch_is_over() -> None:
    at = await over()
    reminder = await steps.reminder(at, DutyKind.LOOK_AGAIN, ASHA)
    assert reminder.title == "UCB-000001: looking again after a warning is due today"
    assert "Casey Customer" in words(reminder)
    assert "Warned: Monday 3 March 2025 at 11am" in words(reminder)
    assert labels(reminder) == ["Say how it went", "Open case"]


async def test_the_form_shows_what_happened_since_the_warning() -> None:
    at = await over()
    assert "Nothing was recorded" in words(await asked(at))
    await steps.report(at)
    await steps.log_call(at)
    told = words(await asked(at))
    assert "incident, discriminatory and abusive, by telephone, about grant" in told
    assert "contact, by telephone, about invoice" in told
    assert steps.NARRATIVE not in told


async def test_an_improvement_ends_the_watching() -> None:
    at = await over()
    told = card(await at.seat(ASHA).submit(await asked(at), outcome="improved", note="Calm"))
    assert told.title == "Recorded: the behaviour improved"
    assert told.tone is Tone.GOOD
    assert labels(told) == ["Open case"]
    done = await steps.reminder(at, DutyKind.LOOK_AGAIN, ASHA)
    assert "It is recorded that the behaviour improved" in words(done)
    assert labels(done) == []
    timeline = await at.seat(ASHA).sees("timeline UCB-000001")
    assert "After the warning of entry 3 the behaviour improved.\nCalm" in words(timeline)


async def test_sanctions_that_followed_end_the_watching_too() -> None:
    at = await over()
    await steps.report(at)
    await steps.propose_sanction(at)
    await steps.approve(at)
    done = await steps.reminder(at, DutyKind.LOOK_AGAIN, ASHA)
    assert "sanctions or a disengagement followed" in words(done)
    assert labels(done) == []


async def test_what_continued_leads_to_a_report_and_then_to_sanctions() -> None:
    at = await over()
    told = card(await at.seat(ASHA).submit(await asked(at), outcome="continued"))
    assert labels(told) == ["Report incident", "Open case"]
    at = await over()
    await steps.report(at)
    told = card(await at.seat(ASHA).submit(await asked(at), outcome="continued"))
    assert labels(told) == ["Propose sanctions", "Open case"]
    assert form(await at.seat(ASHA).press(told, "Propose sanctions")).id == "propose"
    recorded = words(await at.latest(Kind.INCIDENT_RECORDED, ASHA))
    assert "It is recorded that the behaviour continued" in recorded


async def test_it_is_said_once_and_by_those_who_may() -> None:
    at = await over()
    reminder = await steps.reminder(at, DutyKind.LOOK_AGAIN, ASHA)
    refused = card(await at.seat(OLU).press(reminder, "Say how it went"))
    assert "Only Asha Adviser can say what the monitoring period showed" in words(refused)
    first = form(await at.seat(FRAN).press(reminder, "Say how it went"))
    await at.seat(FRAN).send(first, outcome="improved")
    again = problems(await at.seat(ASHA).submit(first, outcome="continued"))
    assert "already recorded that the behaviour improved" in again.general
    late = card(await at.seat(ASHA).press(reminder, "Say how it went"))
    assert "already recorded" in words(late)


@pytest.mark.parametrize("outcome", [None, "", "perfect"])
async def test_an_outcome_must_be_chosen(outcome: str | None) -> None:
    at = await over()
    answer = problems(await at.seat(ASHA).submit(await asked(at), outcome=outcome))
    assert answer.fields == {"outcome": "Choose how the behaviour went."}


async def test_a_warning_that_is_not_there() -> None:
    at = await over()
    told = card(await at.talk.press(at.seat(ASHA).caller(), "look-again", "casey/99"))
    assert told.title == "That did not work"
    assert not at.messages(Kind.REMINDER, MORGAN)
