"""Stage 2: sanctions only if behaviour continued after a warning; who is asked to decide."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve, Propose, RecordWarningGiven, Reject, Withdraw
from core.case.events import SanctionApplied
from core.case.proposals import Considerations, Grounds
from core.case.terms import NamedContactTerms, SanctionTerms, ThirdPartyTerms
from core.vocabulary.ids import StaffId
from tests.core.story import CONSIDERED, IN_WRITING, WARNING, Story
from tests.support.people import ASHA, CLEO, DANA, DEVI, IRA, MORGAN, NOOR, SENA

STAGES = "Our position and process, stages 1 and 2"


def test_a_first_unacceptable_contact_leads_to_a_warning_not_to_sanctions() -> None:
    story = Story()
    story.report()
    refusal = story.refuses(ASHA, Propose(story.sanctions()))
    assert (refusal.rule, refusal.section) == ("warning-first", STAGES)
    assert refusal.remedy.startswith("Propose a warning")


def test_a_warning_that_was_only_approved_has_not_been_given() -> None:
    story = Story()
    story.warning_approved()
    story.later(days=1).report()
    assert story.refuses(ASHA, Propose(story.sanctions())).rule == "warning-first"


def test_no_sanctions_while_the_behaviour_has_not_continued() -> None:
    story = Story().warned()
    refusal = story.refuses(ASHA, Propose(story.sanctions()))
    assert (refusal.rule, refusal.section) == ("behaviour-not-continued", STAGES)


def test_an_earlier_incident_reported_late_is_not_behaviour_that_continued() -> None:
    story = Story().warned().later(days=1)
    story.report(occurred_at=story.now - timedelta(days=2))
    assert story.refuses(ASHA, Propose(story.sanctions())).rule == "behaviour-not-continued"


def test_an_incident_after_the_warning_counts_even_when_the_warning_is_recorded_later() -> None:
    story = Story()
    proposal = story.warning_approved()
    given_at = story.later(hours=1).now
    story.later(hours=1).report()
    story.does(ASHA, RecordWarningGiven(proposal.no, given_at, "letter"))
    assert story.does(ASHA, Propose(story.sanctions()))


def test_within_one_minute_the_order_of_the_timeline_tells() -> None:
    story = Story()
    proposal = story.warning_approved()
    story.does(ASHA, RecordWarningGiven(proposal.no, story.now, "phone"))
    assert story.refuses(ASHA, Propose(story.sanctions())).rule == "behaviour-not-continued"
    story.report()
    assert story.does(ASHA, Propose(story.sanctions()))


def test_it_goes_to_the_line_manager_of_whoever_was_corresponding() -> None:
    story = Story().continued()
    assert story.proposed(story.sanctions(), by=NOOR).approver == DEVI.id  # Morgan is of her grade
    other = Story().continued()
    assert other.proposed(other.sanctions(), by=SENA).approver == MORGAN.id


def test_an_absent_line_manager_is_passed_over() -> None:
    story = Story().continued()
    story.becomes(replace(MORGAN, active=False))
    assert story.proposed(story.sanctions()).approver == DEVI.id


def test_the_line_managers_own_proposal_goes_further_up() -> None:
    story = Story().continued()
    assert story.proposed(story.sanctions(), by=MORGAN).approver == DEVI.id


def test_another_colleague_can_be_named_as_corresponding() -> None:
    story = Story().continued()
    story.does(ASHA, Propose(story.sanctions(), corresponding=MORGAN.id))
    proposal = story.case.open_proposals[0]
    assert (proposal.corresponding, proposal.approver) == (MORGAN.id, DEVI.id)


@pytest.mark.parametrize("staff", [StaffId("nobody"), IRA.id])
def test_who_was_corresponding_must_be_known_and_active(staff: StaffId) -> None:
    story = Story().continued()
    refusal = story.refuses(ASHA, Propose(story.sanctions(), corresponding=staff))
    assert refusal.field == "corresponding"


def test_with_nobody_above_the_remedy_is_told() -> None:
    story = Story().continued()
    story.becomes(replace(ASHA, line_manager=None))
    for overseer in (DANA, CLEO):
        story.becomes(replace(overseer, active=False))
    refusal = story.refuses(ASHA, Propose(story.sanctions()))
    assert refusal.rule == "no-approver"
    assert "administrator" in refusal.remedy
    assert "Asha Adviser" in refusal.message


def test_with_only_the_proposers_own_grade_above_nobody_can_decide() -> None:
    story = Story().continued()
    story.becomes(replace(CLEO, grade="director"))
    refusal = story.refuses(CLEO, Propose(story.sanctions(), corresponding=CLEO.id))
    assert refusal.rule == "no-approver"


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"sanctions": ()}, "sanction-missing", "sanctions"),
        ({"sanctions": (IN_WRITING, IN_WRITING)}, "sanction-twice", "sanctions"),
        ({"reasons": ""}, "text-missing", "reasons"),
        ({"reasons": "x" * 3001}, "text-too-long", "reasons"),
        ({"efforts": " "}, "efforts-missing", "efforts"),
        ({"efforts": "x" * 3001}, "text-too-long", "efforts"),
        (
            {"considerations": replace(CONSIDERED, adjustments=" ")},
            "adjustments-missing",
            "adjustments",
        ),
        (
            {"considerations": replace(CONSIDERED, adjustments="x" * 3001)},
            "text-too-long",
            "adjustments",
        ),
        (
            {"considerations": replace(CONSIDERED, proportionality="")},
            "proportionality-missing",
            "proportionality",
        ),
    ],
)
def test_a_proposal_says_which_sanctions_why_and_what_was_tried(
    changed: dict[str, object], rule: str, field: str
) -> None:
    story = Story().continued()
    refusal = story.refuses(ASHA, Propose(story.sanctions(**changed)))
    assert (refusal.rule, refusal.field) == (rule, field)


def test_reasonable_adjustments_and_vulnerability_are_considered_before_every_sanction() -> None:
    story = Story().continued()
    refusal = story.refuses(ASHA, Propose(story.sanctions(considerations=Considerations())))
    assert (refusal.rule, refusal.section) == ("adjustments-missing", "Equality Act 2010")


def test_extreme_behaviour_needs_no_warning_but_an_incident_reported_as_such() -> None:
    story = Story()
    story.report()
    matter = story.sanctions(grounds=Grounds.EXTREME)
    refusal = story.refuses(ASHA, Propose(matter))
    assert (refusal.rule, refusal.section) == ("not-extreme", "Extreme behaviour")
    story.report(extreme=True)
    assert story.case.incidents[-1].extreme
    assert story.proposed(matter).is_open


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        (-1, "review-date-past"),
        (0, "review-date-past"),
        (1, None),
        (365, None),
        (366, "review-date-late"),
    ],
)
def test_the_review_is_after_today_and_within_the_longest_interval(
    days: int, rule: str | None
) -> None:
    story = Story().continued()
    command = Propose(story.sanctions(review_on=story.today + timedelta(days=days)))
    if rule is None:
        assert story.does(ASHA, command)
        return
    refusal = story.refuses(ASHA, command)
    assert (refusal.rule, refusal.field) == (rule, "review_on")


def test_one_open_proposal_of_a_sort_at_a_time() -> None:
    story = Story().continued()
    first = story.proposed(story.sanctions())
    refusal = story.refuses(SENA, Propose(story.sanctions()))
    assert refusal.rule == "already-proposed"
    assert "Asha Adviser" in refusal.message
    assert "Tuesday 4 March 2025" in refusal.message
    assert story.proposed(WARNING).is_open  # another sort
    story.does(ASHA, Withdraw(first.no))
    assert story.proposed(story.sanctions(), by=SENA).is_open


def test_what_is_in_force_is_reviewed_not_proposed_again() -> None:
    story = Story().sanctioned()
    assert story.refuses(ASHA, Propose(story.sanctions())).rule == "already-in-force"
    third_party = SanctionTerms("third-party", ThirdPartyTerms("A neighbour"))
    assert story.proposed(story.sanctions(third_party)).is_open


def test_a_combination_comes_into_force_together_on_approval() -> None:
    contact = SanctionTerms("named-contact", NamedContactTerms(SENA.id))
    story = Story().continued()
    proposal = story.proposed(story.sanctions(IN_WRITING, contact))
    _approved, *applied = story.does(MORGAN, Approve(proposal.no))
    assert [event.sanction for event in applied if isinstance(event, SanctionApplied)] == [
        IN_WRITING,
        contact,
    ]
    for sanction in story.case.in_force:
        assert (sanction.proposed_by, sanction.approved_by) == (ASHA.id, MORGAN.id)
        assert sanction.review_on == story.today + timedelta(days=60)


def test_a_rejected_proposal_puts_nothing_in_force() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    story.does(MORGAN, Reject(proposal.no, "Talk first."))
    assert story.case.in_force == ()
    assert story.case.proposals[proposal.no].reason == "Talk first."
