"""Approve, reject with a reason, ask, answer, withdraw; all is checked again at approval."""

from datetime import timedelta

import pytest

from core.case.commands import (
    Approve,
    GiveInformation,
    Propose,
    Reject,
    RequestInformation,
    Withdraw,
)
from core.case.proposals import ReviewOutcome
from core.case.state import ProposalStatus, Question
from core.case.terms import NamedContactTerms, SanctionTerms
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import StaffMember
from tests.core.story import WARNING, Story
from tests.support.people import ASHA, DEVI, FRAN, MORGAN, NOOR, SENA


def proposed() -> tuple[Story, EntryNo]:
    """A warning, proposed by Sena in Asha's case."""
    story = Story()
    story.report()
    return story, story.proposed(WARNING, by=SENA).no


def test_a_rejection_needs_a_reason() -> None:
    story, no = proposed()
    assert story.refuses(MORGAN, Reject(no, "  ")).field == "reason"
    story.does(MORGAN, Reject(no, " Speak to them first. "))
    proposal = story.case.proposals[no]
    assert proposal.status is ProposalStatus.REJECTED
    assert (proposal.decided_by, proposal.reason) == (MORGAN.id, "Speak to them first.")


def test_a_question_is_asked_answered_and_then_decided() -> None:
    story, no = proposed()
    assert story.refuses(SENA, GiveInformation(no, "Yes")).rule == "nothing-asked"
    story.does(MORGAN, RequestInformation(no, "Was it recorded?"))
    story.does(DEVI, RequestInformation(no, "Who heard it?"))
    assert story.case.proposals[no].status is ProposalStatus.QUESTIONED
    story.does(ASHA, GiveInformation(no, "Yes, and Sena heard it."))
    assert story.case.proposals[no].status is ProposalStatus.OPEN
    assert story.case.proposals[no].questions == (
        Question(MORGAN.id, "Was it recorded?", "Yes, and Sena heard it."),
        Question(DEVI.id, "Who heard it?", "Yes, and Sena heard it."),
    )
    story.does(MORGAN, RequestInformation(no, "When?"))
    assert story.case.proposals[no].questions[0].answer == "Yes, and Sena heard it."
    story.does(MORGAN, Approve(no))
    assert story.case.proposals[no].status is ProposalStatus.APPROVED


@pytest.mark.parametrize(
    ("actor", "command", "rule"),
    [
        (ASHA, RequestInformation(EntryNo(3), "Why?"), "too-junior"),
        (SENA, RequestInformation(EntryNo(3), "Why?"), "own-proposal"),
        (MORGAN, RequestInformation(EntryNo(3), ""), "text-missing"),
        (NOOR, GiveInformation(EntryNo(3), "So"), "not-yours"),
        (MORGAN, Withdraw(EntryNo(3)), "not-yours"),
        (SENA, Withdraw(EntryNo(3), "x" * 3001), "text-too-long"),
        (SENA, Reject(EntryNo(3), "No"), "own-proposal"),
        (MORGAN, Approve(EntryNo(2)), "unknown-proposal"),
        (SENA, Withdraw(EntryNo(77)), "unknown-proposal"),
    ],
)
def test_everyone_has_their_part(actor: StaffMember, command: Approve, rule: str) -> None:
    story, no = proposed()
    assert no == 3
    assert story.refuses(actor, command).rule == rule


@pytest.mark.parametrize("actor", [SENA, ASHA])
def test_the_proposer_or_the_owner_withdraws(actor: StaffMember) -> None:
    story, no = proposed()
    story.does(actor, Withdraw(no, "It was a mistake."))
    refusal = story.refuses(MORGAN, Approve(no))
    assert refusal.rule == "withdrawn"
    assert refusal.message.startswith(f"{actor.name} withdrew this proposal on Monday 3 March 2025")


@pytest.mark.parametrize(
    "command",
    [
        Approve(EntryNo(3)),
        Reject(EntryNo(3), "No"),
        RequestInformation(EntryNo(3), "Why?"),
        GiveInformation(EntryNo(3), "So"),
        Withdraw(EntryNo(3)),
    ],
)
def test_what_is_decided_stays_decided(command: Approve) -> None:
    story, no = proposed()
    story.does(MORGAN, Approve(no))
    actor = SENA if isinstance(command, GiveInformation | Withdraw) else DEVI
    refusal = story.refuses(actor, command)
    assert refusal.rule == "already-decided"
    assert "Morgan Manager approved" in refusal.message


def test_a_review_date_that_passed_while_it_waited_stops_the_approval() -> None:
    story = Story().continued()
    no = story.proposed(story.sanctions(review_on=story.today + timedelta(days=2))).no
    story.later(days=2)
    refusal = story.refuses(MORGAN, Approve(no))
    assert refusal.rule == "review-date-past"
    assert refusal.field is None
    expected = "Reject it and say why, or ask Asha Adviser to withdraw it and propose it again."
    assert refusal.remedy == expected


def test_a_named_contact_who_left_while_it_waited_stops_the_approval() -> None:
    story = Story().continued()
    contact = SanctionTerms("named-contact", NamedContactTerms(FRAN.id))
    no = story.proposed(story.sanctions(contact)).no
    del story.staff[FRAN.id]
    assert story.refuses(MORGAN, Approve(no)).rule == "unknown-colleague"


def test_a_sanction_has_one_open_review_and_none_once_it_is_lifted() -> None:
    story = Story().sanctioned()
    keep = story.proposed(story.review(ReviewOutcome.KEEP))
    assert story.refuses(SENA, Propose(story.review(ReviewOutcome.LIFT))).rule == (
        "already-proposed"
    )
    story.does(ASHA, Withdraw(keep.no))
    lift = story.proposed(story.review(ReviewOutcome.LIFT))
    story.does(MORGAN, Approve(lift.no))
    assert story.refuses(ASHA, Propose(story.review(ReviewOutcome.KEEP))).rule == "not-in-force"
