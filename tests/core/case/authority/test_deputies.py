"""While somebody is away their deputy decides, if nothing bars the deputy (Responsibilities)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.authority.sign_off import eligible, objection
from core.case.commands import Approve
from core.case.state import Proposal
from core.vocabulary.people import StaffMember
from tests.core.story import WARNING, Story
from tests.core.waiting import FIRST_DAY, away
from tests.support.people import ASHA, CLEO, DANA, DEVI, IRA, MORGAN, NOOR, OLU, SENA


def proposed(*colleagues: StaffMember, by: StaffMember = ASHA) -> tuple[Story, Proposal]:
    """A warning proposed in Asha's case, with ``colleagues`` as given."""
    story = Story()
    for colleague in colleagues:
        story.becomes(colleague)
    story.report()
    return story, story.proposed(WARNING, by=by)


def test_the_approval_goes_to_the_deputy_of_whoever_is_away() -> None:
    story, proposal = proposed(away(MORGAN, NOOR))
    assert proposal.approver == NOOR.id
    assert eligible(story.scene(ASHA), story.case, proposal) == (NOOR, DEVI, DANA, CLEO)
    assert story.does(NOOR, Approve(proposal.no))


def test_without_a_deputy_it_goes_to_the_next_up_the_line() -> None:
    _, proposal = proposed(away(MORGAN))
    assert proposal.approver == DEVI.id


@pytest.mark.parametrize(
    "deputy",
    [
        SENA,  # too junior
        OLU,  # too junior by far
        replace(NOOR, active=False),
        away(NOOR, DEVI),
        IRA,
    ],
)
def test_a_deputy_who_may_not_decide_is_passed_over(deputy: StaffMember) -> None:
    _, proposal = proposed(deputy, away(MORGAN, deputy))
    assert proposal.approver == DEVI.id


def test_a_deputy_decides_no_proposal_of_their_own() -> None:
    story, proposal = proposed(away(MORGAN, NOOR), by=NOOR)
    assert proposal.approver == DEVI.id
    assert story.refuses(NOOR, Approve(proposal.no)).rule == "own-proposal"


def test_a_deputy_of_the_proposers_grade_decides_nothing() -> None:
    twin = replace(MORGAN, id=NOOR.id, name="Nia Neighbour")
    story, proposal = proposed(away(DEVI, twin), twin, by=MORGAN)
    assert proposal.approver == DANA.id
    assert story.refuses(twin, Approve(proposal.no)).rule == "same-grade"


def test_who_corresponds_with_the_customer_does_not_decide_as_somebodys_deputy() -> None:
    story = Story()
    story.becomes(away(DEVI, MORGAN))
    story.report(corresponding=MORGAN.id)
    proposal = story.proposed(WARNING, by=ASHA)
    assert proposal.approver == DANA.id
    assert story.refuses(MORGAN, Approve(proposal.no)).rule == "corresponding"


def test_whoever_is_away_is_told_so_and_who_decides_instead() -> None:
    story, proposal = proposed(away(MORGAN, NOOR))
    refusal = objection(story.scene(MORGAN), story.case, proposal)
    assert refusal is not None
    assert refusal.rule == "away"
    assert "Sunday 16 March 2025" in refusal.message
    assert refusal.remedy.startswith("It can be decided by Noor Neighbour, Devi Deputy")


def test_the_day_after_the_absence_the_deputy_has_no_say_any_more() -> None:
    story, proposal = proposed(away(MORGAN, NOOR, last=FIRST_DAY))
    story.later(days=1)
    assert story.refuses(NOOR, Approve(proposal.no)).rule == "not-in-line"
    assert story.does(MORGAN, Approve(proposal.no))


def test_a_deputy_named_for_later_has_no_say_yet() -> None:
    later = FIRST_DAY + timedelta(days=1)
    _, proposal = proposed(away(MORGAN, NOOR, first=later, last=later))
    assert proposal.approver == MORGAN.id


def test_somebody_who_is_deputy_and_in_the_line_is_asked_once() -> None:
    story, proposal = proposed(away(MORGAN, DEVI))
    assert eligible(story.scene(ASHA), story.case, proposal) == (DEVI, DANA, CLEO)


def test_when_nobody_in_the_line_can_those_who_oversee_decide() -> None:
    story, proposal = proposed(replace(MORGAN, line_manager=None), away(MORGAN, NOOR))
    alone = replace(MORGAN, line_manager=None)
    story.becomes(away(alone))
    assert eligible(story.scene(ASHA), story.case, proposal) == (DANA, CLEO)
    assert story.does(DANA, Approve(proposal.no))


def test_while_somebody_in_the_line_can_whoever_oversees_has_no_say() -> None:
    other = replace(DANA, line_manager=None)
    story, proposal = proposed(replace(DEVI, line_manager=None), other)
    assert story.refuses(other, Approve(proposal.no)).rule == "not-in-line"
