"""Telling the customer of a decision in writing: asked for, recorded, and brought to mind."""

from datetime import timedelta

from bot.views.card import Tone
from bot.views.form import ChoiceField, Form
from core.case.events import DutyKind
from core.services.messages import Kind
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    House,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, MORGAN, OLU


async def sanctioned() -> House:
    at = house()
    await steps.sanctioned(at)
    return at


async def asked(at: House) -> Form:
    to_tell = await at.latest(Kind.DECISION_TO_TELL, ASHA)
    return form(await at.seat(ASHA).press(to_tell, "The customer was told"))


LETTER = (
    "What was decided: Contact in a specified form only. Only by email or letter.",
    "Why: It went on after the warning.",
    "How long: until it is lifted. It is reviewed on Wednesday 4 June 2025",
    "How to challenge it: once, by a complaint",
    "Stage 3 complaint",
    "customer.feedback@naturalengland.org.uk",
)


async def test_the_owner_is_asked_to_tell_with_what_the_letter_must_say() -> None:
    at = await sanctioned()
    to_tell = await at.latest(Kind.DECISION_TO_TELL, ASHA)
    assert to_tell.tone is Tone.CAUTION
    assert labels(to_tell) == ["The customer was told", "Open case"]
    told = await asked(at)
    for part in LETTER:
        assert part in words(to_tell)
        assert part in words(told)


async def test_only_means_in_writing_are_offered() -> None:
    means = field_of(await asked(await sanctioned()), "means")
    assert isinstance(means, ChoiceField)
    assert [option.value for option in means.options] == ["email", "letter", "web-form"]


async def test_what_was_told_is_recorded_and_asked_no_more() -> None:
    at = await sanctioned()
    told = card(await at.seat(ASHA).submit(await asked(at), means="letter"))
    assert told.title == "Recorded: the customer was told"
    done = await at.latest(Kind.DECISION_TO_TELL, ASHA)
    assert "Told on: Wednesday 5 March 2025 at 11am" in words(done)
    assert done.tone is Tone.GOOD
    assert labels(done) == ["Log contact", "Open case"]
    at.memory.clock.forward(days=6)
    await steps.remind(at)
    duties = {message.about["duty"] for message in at.messages(Kind.REMINDER)}
    assert DutyKind.TELL_CUSTOMER not in duties


async def test_until_it_is_recorded_it_is_brought_to_mind() -> None:
    at = await sanctioned()
    at.memory.clock.forward(days=5)
    await steps.remind(at)
    reminder = await steps.reminder(at, DutyKind.TELL_CUSTOMER, ASHA)
    assert reminder.title == "UCB-000001: telling the customer of a decision is due today"
    assert "Decision: a sanction" in words(reminder)
    at.memory.clock.forward(days=3)
    await steps.remind(at)
    overdue = await steps.reminder(at, DutyKind.TELL_CUSTOMER, MORGAN)
    assert "is overdue" in overdue.title
    assert overdue.tone is Tone.DANGER
    again = form(await at.seat(ASHA).press(overdue, "The customer was told"))
    await at.seat(ASHA).send(again, means="email")
    assert "It is recorded that the customer was told" in words(
        await steps.reminder(at, DutyKind.TELL_CUSTOMER, MORGAN)
    )


async def test_a_faulty_field_is_named() -> None:
    at = await sanctioned()
    form_of = await asked(at)
    unsaid = problems(await at.seat(ASHA).submit(form_of, told_at=None, means=None))
    assert set(unsaid.fields) == {"told_at", "means"}
    spoken = problems(await at.seat(ASHA).submit(form_of, means="phone"))
    assert "Choose email, letter or web form" in spoken.fields["means"]
    before = at.now - timedelta(days=1)
    early = problems(await at.seat(ASHA).submit(form_of, means="letter", told_at=before))
    assert "cannot have been told before" in early.fields["told_at"]


async def test_it_is_recorded_once_and_by_those_who_may() -> None:
    at = await sanctioned()
    to_tell = await at.latest(Kind.DECISION_TO_TELL, ASHA)
    refused = card(await at.seat(OLU).press(to_tell, "The customer was told"))
    assert "can record that the customer was told" in words(refused)
    form_of = await asked(at)
    await at.seat(ASHA).send(form_of, means="letter")
    again = problems(await at.seat(MORGAN).submit(form_of, means="letter"))
    assert "already recorded" in again.general


async def test_a_lifted_sanction_is_told_and_a_kept_one_needs_no_letter() -> None:
    for outcome, asks in (("keep", 1), ("lift", 2)):
        at = await sanctioned()
        asha = at.seat(ASHA)
        review = form(await asha.press(await asha.sees("reviews"), "Review"))
        await asha.send(review, outcome=outcome, reasons="Calm")
        await steps.approve(at)
        assert len(at.messages(Kind.DECISION_TO_TELL, ASHA)) == asks
    told = words(await at.latest(Kind.DECISION_TO_TELL, ASHA))
    assert "this is lifted. Contact in a specified form only." in told
    assert "How long" not in told
    assert "challenge" not in told
