"""What somebody still has to do, whose it is, and by when (stages 1, 4 and 7; Responsibilities)."""

from datetime import date, timedelta

import pytest

from core.case.commands import Approve, AssessContact, Propose, RequestInformation
from core.case.duties.owing import Duty, duties
from core.case.events import DutyKind, Relation, Response
from core.case.proposals import ReviewOutcome
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.story import WARNING, Story
from tests.support.people import ASHA, MORGAN, SENA


def owed(story: Story, kind: DutyKind) -> tuple[Duty, ...]:
    found = duties(story.scene(ASHA), story.case)
    assert list(found) == sorted(found, key=lambda duty: duty.due_on)
    return tuple(duty for duty in found if duty.kind is kind)


def test_the_owner_looks_again_when_the_monitoring_period_is_over() -> None:
    story = Story().warned()
    [duty] = owed(story, DutyKind.LOOK_AGAIN)
    assert duty.owed_by == ASHA.id
    assert duty.due_on == story.case.warnings[0].monitor_until == story.today + timedelta(days=28)
    assert duty.about == story.case.warnings[0].proposal


def test_the_customer_is_told_of_a_warning_by_giving_it() -> None:
    story = Story()
    proposal = story.warning_approved()
    [duty] = owed(story, DutyKind.TELL_CUSTOMER)
    assert (duty.about, duty.owed_by) == (proposal.no, ASHA.id)
    assert owed(Story().warned(), DutyKind.TELL_CUSTOMER) == ()


def test_the_customer_is_told_of_sanctions_within_the_days_of_the_policy_file() -> None:
    story = Story().sanctioned()
    [duty] = owed(story, DutyKind.TELL_CUSTOMER)
    assert (duty.owed_by, duty.since) == (ASHA.id, story.today)
    assert duty.due_on == story.today + timedelta(days=story.policy.telling.days)


@pytest.mark.parametrize(
    ("outcome", "told"), [(ReviewOutcome.KEEP, False), (ReviewOutcome.LIFT, True)]
)
def test_the_customer_is_told_of_a_review_that_changed_something(
    outcome: ReviewOutcome, told: bool
) -> None:
    story = Story().sanctioned()
    review = story.proposed(story.review(outcome))
    story.does(MORGAN, Approve(review.no))
    about = [duty.about for duty in owed(story, DutyKind.TELL_CUSTOMER)]
    assert (review.no in about) == told


def test_every_sanction_in_force_is_reviewed_and_none_that_was_lifted() -> None:
    story = Story().sanctioned()
    [duty] = owed(story, DutyKind.REVIEW_SANCTION)
    [sanction] = story.case.in_force
    assert (duty.about, duty.due_on, duty.since) == (sanction.no, sanction.review_on, story.today)
    lift = story.proposed(story.review(ReviewOutcome.LIFT))
    story.does(MORGAN, Approve(lift.no))
    assert owed(story, DutyKind.REVIEW_SANCTION) == ()


class GoodFriday:
    def is_bank_holiday(self, day: date) -> bool:
        return day == date(2025, 3, 5)


def test_a_proposal_is_decided_within_working_days_on_which_no_bank_holiday_counts() -> None:
    story = Story()  # on Monday 3 March 2025
    story.report()
    story.does(SENA, Propose(WARNING))
    [duty] = owed(story, DutyKind.DECIDE_PROPOSAL)
    assert (duty.owed_by, duty.due_on) == (MORGAN.id, date(2025, 3, 6))
    story.calendar = GoodFriday()
    [duty] = owed(story, DutyKind.DECIDE_PROPOSAL)
    assert duty.due_on == date(2025, 3, 7)


def test_while_the_proposer_is_asked_the_approver_owes_nothing() -> None:
    story = Story()
    story.report()
    proposal = story.proposed(WARNING)
    story.does(MORGAN, RequestInformation(proposal.no, "Who heard it?"))
    assert owed(story, DutyKind.DECIDE_PROPOSAL) == ()


def test_who_says_whether_a_contact_was_on_the_same_topic() -> None:
    story = DisengagingStory().disengaged(GRANT)  # on Wednesday 5 March
    contact = story.contact()
    [duty] = owed(story, DutyKind.ASSESS_CONTACT)
    assert (duty.about, duty.owed_by, duty.due_on) == (contact.no, ASHA.id, date(2025, 3, 10))
    story.later(days=1)
    story.does(ASHA, AssessContact(contact.no, Relation.UNSURE, Response.MANAGER_ASKED))
    [duty] = owed(story, DutyKind.ASSESS_CONTACT)
    assert (duty.owed_by, duty.due_on) == (MORGAN.id, date(2025, 3, 11))
    story.does(MORGAN, AssessContact(contact.no, Relation.SAME, Response.NOT_RE_ENGAGED))
    assert owed(story, DutyKind.ASSESS_CONTACT) == ()


def test_contact_about_a_right_is_answered_and_not_judged() -> None:
    story = DisengagingStory().disengaged(GRANT)
    story.contact(statutory=True)
    assert owed(story, DutyKind.ASSESS_CONTACT) == ()
