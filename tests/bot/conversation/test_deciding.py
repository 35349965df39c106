"""Approve, reject, ask, answer, withdraw: who may, and what everybody sees afterwards."""

import asyncio

import pytest

from bot.views.answer import Nothing
from bot.views.card import Card, Tone
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from tests.bot.conversation import steps
from tests.bot.conversation.harness import House, card, form, house, labels, problems, words
from tests.support.people import ASHA, DEVI, MORGAN, NOOR, OLU, SENA


async def proposed() -> House:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    return at


async def request_of(at: House) -> Card:
    return await at.latest(Kind.APPROVAL_REQUEST, MORGAN)


async def test_the_request_tells_all_that_is_needed_to_decide() -> None:
    told = words(await request_of(await proposed()))
    for part in (
        "Please decide: a warning",
        "Casey Customer (CUS-000001)",
        "Asha Adviser (Adviser)",
        "Shouting at colleagues is abusive",
        "Speak calmly",
        "28 days",
        steps.NARRATIVE,
        "discriminatory and abusive",
        "Morgan Manager is the line manager of Asha Adviser",
        "Approve\nReject\nAsk for more information",
    ):
        assert part in told


async def test_the_channel_copy_tells_only_that_something_waits() -> None:
    at = await proposed()
    notice = await at.latest(Kind.APPROVAL_NOTICE)
    assert "Asked to decide: Morgan Manager (Manager)" in words(notice)
    assert "a warning waits for a decision" in words(notice)
    assert labels(notice) == ["Read and decide"]


async def test_the_channel_copy_leads_only_the_approver_to_the_whole_proposal() -> None:
    at = await proposed()
    notice = await at.latest(Kind.APPROVAL_NOTICE)
    shown = card(await at.seat(MORGAN).press(notice, "Read and decide"))
    assert labels(shown) == ["Approve", "Reject", "Ask for more information"]
    refused = card(await at.seat(ASHA).press(notice, "Read and decide"))
    assert "own proposal" in words(refused)
    await at.seat(MORGAN).press(shown, "Approve")
    assert labels(await at.latest(Kind.APPROVAL_NOTICE)) == []


@pytest.mark.parametrize(
    ("who", "said"),
    [(ASHA, "own proposal"), (OLU, "grade"), (NOOR, "line of management"), (SENA, "grade")],
    ids=lambda value: value.id if isinstance(value, StaffMember) else value,
)
async def test_a_button_that_is_not_theirs_is_explained(who: StaffMember, said: str) -> None:
    at = await proposed()
    request = await request_of(at)
    for label in ("Approve", "Reject", "Ask for more information"):
        told = card(await at.seat(who).press(request, label))
        assert said in words(told), label
        assert "Policy: Our position and process" in words(told)
        assert told.tone is Tone.CAUTION
    assert labels(await request_of(at))


async def test_rejecting_needs_a_reason_and_tells_it() -> None:
    at = await proposed()
    morgan = at.seat(MORGAN)
    asked = form(await morgan.press(await request_of(at), "Reject"))
    assert problems(await morgan.submit(asked, reason=" ")).fields["reason"] == "Give the reason."
    await morgan.send(asked, reason="Too early, talk first")
    for kind, to in ((Kind.DECISION_MADE, ASHA), (Kind.PROPOSAL_STATUS, ASHA)):
        told = await at.latest(kind, to)
        assert "Too early, talk first" in words(told)
        assert told.tone is Tone.CAUTION
    assert "Rejected by Morgan Manager" in words(await request_of(at))
    assert "Too early" not in words(await at.latest(Kind.APPROVAL_NOTICE))
    again = problems(await morgan.submit(asked, reason="Twice"))
    assert "Morgan Manager rejected this proposal" in again.general


async def test_asking_and_answering() -> None:
    at = await proposed()
    morgan, asha = at.seat(MORGAN), at.seat(ASHA)
    await morgan.send(
        form(await morgan.press(await request_of(at), "Ask for more information")),
        question="Did he know that it was recorded?",
    )
    status = await at.latest(Kind.PROPOSAL_STATUS, ASHA)
    assert "Morgan Manager asked for more information" in words(status)
    asked = await at.latest(Kind.QUESTION_ASKED, ASHA)
    assert labels(asked) == ["Answer", "Withdraw"]
    answering = form(await asha.press(asked, "Answer"))
    assert "Did he know" in words(answering)
    await asha.send(answering, answer="Yes, twice")
    answered = await at.latest(Kind.QUESTION_ANSWERED, MORGAN)
    assert "Yes, twice" in words(answered)
    request = card(await morgan.press(answered, "Read and decide"))
    assert "Did he know that it was recorded?" in words(request)
    assert card(await morgan.press(request, "Approve")).tone is Tone.GOOD
    assert labels(await at.latest(Kind.QUESTION_ANSWERED, MORGAN)) == []
    late = card(await asha.press(asked, "Answer"))
    assert "Morgan Manager approved this proposal" in words(late)


async def test_only_the_proposer_or_the_owner_withdraws() -> None:
    at = await proposed()
    status = await at.latest(Kind.PROPOSAL_STATUS, ASHA)
    assert "Only Asha Adviser" in words(card(await at.seat(OLU).press(status, "Withdraw")))
    asha = at.seat(ASHA)
    asked = form(await asha.press(status, "Withdraw"))
    assert isinstance(await asha.submit(asked, reason=""), Nothing)
    assert "Withdrawn by Asha Adviser" in words(await request_of(at))
    assert labels(await request_of(at)) == []


async def test_two_at_once_one_wins_and_the_other_is_told() -> None:
    at = await proposed()
    request = await request_of(at)
    answers = await asyncio.gather(
        at.seat(MORGAN).press(request, "Approve"), at.seat(DEVI).press(request, "Approve")
    )
    tones = sorted(card(answer).tone for answer in answers)
    assert tones == [Tone.CAUTION, Tone.GOOD]
    loser = next(card(a) for a in answers if card(a).tone is Tone.CAUTION)
    assert "approved this proposal on Monday 3 March 2025 at 10am" in words(loser)


async def test_a_repeated_press_is_answered_as_the_first() -> None:
    at = await proposed()
    request, morgan = await request_of(at), at.seat(MORGAN)
    first = await morgan.press(request, "Approve", "the-same")
    kept = len(at.memory.store.entries)
    assert await morgan.press(request, "Approve", "the-same") == first
    assert len(at.memory.store.entries) == kept


async def test_whoever_tells_the_customer_sees_the_decision_and_what_to_do_until_it_is_done() -> (
    None
):
    at = await proposed()
    await steps.approve(at)
    asked_to = await at.latest(Kind.WARNING_TO_GIVE, ASHA)
    assert "Decision: Approved by Morgan Manager (Manager)" in words(asked_to)
    assert labels(asked_to) == ["I have told the customer"]
    stranger = card(await at.seat(OLU).press(asked_to, "I have told the customer"))
    assert "Only Asha Adviser can record" in words(stranger)
    asha = at.seat(ASHA)
    asked = form(await asha.press(asked_to, "I have told the customer"))
    unsaid = problems(await asha.submit(asked, given_at=None, means=None))
    assert set(unsaid.fields) == {"given_at", "means"}
    told = card(await asha.submit(asked, means="email"))
    assert "Monday 31 March 2025" in words(told)
    assert labels(await at.latest(Kind.WARNING_TO_GIVE, ASHA)) == ["Log contact", "Open case"]
    again = card(await asha.press(asked_to, "I have told the customer"))
    assert "already recorded" in words(again)


async def test_another_proposer_reads_who_tells_the_customer_and_is_not_asked_to() -> None:
    at = house()
    await steps.report(at)
    sena = at.seat(SENA)
    await sena.send(await sena.opens("warn CUS-000001"), explanation="Loud", request="Calm")
    await steps.approve(at)
    decision = await at.latest(Kind.DECISION_MADE, SENA)
    assert "Asha Adviser tells the customer, then says so" in words(decision)
    assert labels(decision) == ["Log contact", "Open case"]
    await steps.tell_customer(at)
    assert "The customer was told on" in words(await at.latest(Kind.DECISION_MADE, SENA))


async def test_a_second_warning_is_not_proposed_while_one_waits() -> None:
    at = await proposed()
    told = card(await at.seat(ASHA).say("warn CUS-000001"))
    assert "has not decided it yet" in words(told)


async def test_a_warning_can_be_proposed_by_choosing_the_customer() -> None:
    at = house()
    await steps.report(at)
    asha = at.seat(ASHA)
    asked = await asha.opens("warn")
    answers = {"explanation": "Rude", "request": "Be kind"}
    nobody = problems(await asha.submit(asked, **answers))
    assert nobody.fields == {"customer": "Choose the customer."}
    unreported = problems(await asha.submit(asked, customer="corey", **answers))
    assert "Nothing has been reported" in unreported.fields["customer"]
    days = problems(await asha.submit(asked, customer="casey", monitoring_days="x", **answers))
    assert "whole number" in days.fields["monitoring_days"]
    many = problems(await asha.submit(asked, customer="casey", monitoring_days="999", **answers))
    assert "from 1 to 365 days" in many.fields["monitoring_days"]
    assert isinstance(await asha.submit(asked, customer="casey", **answers), Nothing)
