"""The customer is told in writing of a decision; it is recorded when and how."""

from datetime import timedelta

import pytest

from core.case.commands import Approve, RecordCustomerTold, Reject
from core.case.events import CustomerTold
from core.case.proposals import ReviewOutcome
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import StaffMember
from tests.core.story import Story
from tests.support.people import ASHA, FRAN, MORGAN, NOOR, SENA


def told(story: Story, means: str = "letter", minutes: int = 0) -> RecordCustomerTold:
    decision = max(story.case.proposals)
    return RecordCustomerTold(decision, story.now + timedelta(minutes=minutes), means)


def test_the_customer_was_told_of_sanctions() -> None:
    story = Story().sanctioned().later(days=2)
    command = told(story)
    [event] = story.does(ASHA, command)
    assert event == CustomerTold(command.decision, story.now, "letter")
    assert story.case.proposals[command.decision].told_at == story.now
    assert story.refuses(ASHA, command).rule == "already-told"


@pytest.mark.parametrize("means", ["email", "letter", "web-form"])
def test_it_is_done_in_writing(means: str) -> None:
    story = Story().sanctioned()
    assert story.does(ASHA, told(story, means))


@pytest.mark.parametrize(
    ("means", "rule"),
    [("phone", "not-in-writing"), ("in-person", "not-in-writing"), ("pigeon", "unknown-means")],
)
def test_words_spoken_are_not_writing(means: str, rule: str) -> None:
    story = Story().sanctioned()
    refusal = story.refuses(ASHA, told(story, means))
    assert (refusal.rule, refusal.field) == (rule, "means")
    if rule == "not-in-writing":
        assert refusal.remedy == "Choose email, letter or web form."


@pytest.mark.parametrize(("minutes", "rule"), [(-1, "told-before-decision"), (10, "in-the-future")])
def test_it_was_done_after_the_decision_and_not_in_the_future(minutes: int, rule: str) -> None:
    story = Story().sanctioned()
    refusal = story.refuses(ASHA, told(story, minutes=minutes))
    assert (refusal.rule, refusal.field) == (rule, "told_at")


@pytest.mark.parametrize(
    ("actor", "rule"),
    [(ASHA, None), (MORGAN, None), (FRAN, None), (SENA, "not-yours"), (NOOR, "not-yours")],
)
def test_who_records_it(actor: StaffMember, rule: str | None) -> None:
    story = Story().sanctioned()
    if rule is None:
        assert story.does(actor, told(story))
    else:
        assert story.refuses(actor, told(story)).rule == rule


def test_of_a_warning_the_customer_is_told_by_being_warned() -> None:
    story = Story()
    story.warning_approved()
    assert story.refuses(ASHA, told(story)).rule == "record-the-warning"


def test_of_what_was_not_decided_or_changed_nothing_there_is_nothing_to_tell() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    assert story.refuses(ASHA, told(story)).rule == "nothing-to-tell"
    story.does(MORGAN, Reject(proposal.no, "Talk first."))
    assert story.refuses(ASHA, told(story)).rule == "nothing-to-tell"
    kept = Story().sanctioned()
    review = kept.proposed(kept.review(ReviewOutcome.KEEP))
    kept.does(MORGAN, Approve(review.no))
    assert kept.refuses(ASHA, told(kept)).rule == "nothing-to-tell"
    unknown = RecordCustomerTold(EntryNo(99), kept.now, "letter")
    assert kept.refuses(ASHA, unknown).rule == "unknown-proposal"
