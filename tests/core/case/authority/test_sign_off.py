"""Two people at different grades; nobody decides their own proposal."""

from dataclasses import replace

import pytest

from core.case.authority.sign_off import eligible, objection
from core.case.authority.sign_off_rule import sign_off_for
from core.case.commands import Approve, Propose
from core.case.proposals import ReviewOutcome
from core.case.state import Proposal
from core.case.terms import SanctionTerms, ThirdPartyTerms
from core.policy.model import Policy, SignOff
from core.vocabulary.people import StaffMember
from tests.core.story import IN_WRITING, POLICY, WARNING, Story
from tests.support.people import (
    ARI,
    ASHA,
    CLEO,
    DANA,
    DEVI,
    FRAN,
    IRA,
    LEE,
    MORGAN,
    NOOR,
    OLU,
    SENA,
)

THIRD_PARTY = SanctionTerms("third-party", ThirdPartyTerms("A neighbour"))


def test_everyone_above_may_decide_nearest_first() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    able = eligible(story.scene(ASHA), story.case, proposal)
    assert able == (MORGAN, DEVI, DANA, CLEO)


@pytest.mark.parametrize(
    ("actor", "rule"),
    [
        (ASHA, "own-proposal"),
        (SENA, "too-junior"),
        (OLU, "too-junior"),
        (FRAN, "too-junior"),
        (NOOR, "not-in-line"),
        (LEE, "not-in-line"),
        (MORGAN, None),
        (DEVI, None),
        (CLEO, None),
    ],
)
def test_who_may_decide_an_advisers_proposal(actor: StaffMember, rule: str | None) -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    refusal = objection(story.scene(actor), story.case, proposal)
    assert (refusal.rule if refusal else None) == rule
    if refusal:
        assert refusal.section == "Our position and process"
        assert refusal.remedy.startswith("It can be decided by Morgan Manager, Devi Deputy")
        assert story.refuses(actor, Approve(proposal.no)) == refusal


def test_strangers_and_those_who_left_are_told_so() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    refusal = objection(story.scene(IRA), story.case, proposal)
    assert refusal is not None
    assert refusal.rule == "unknown-actor"


def test_the_proposers_own_grade_decides_nothing() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions(), by=NOOR)
    refusal = objection(story.scene(MORGAN), story.case, proposal)
    assert refusal is not None
    assert refusal.rule == "same-grade"
    assert "Noor Neighbour" in refusal.message


def test_a_second_account_does_not_make_a_second_person() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions(), by=MORGAN)
    assert story.refuses(MORGAN, Approve(proposal.no)).rule == "own-proposal"


def test_grades_count_as_they_are_at_the_moment_of_approval() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    story.becomes(replace(ASHA, grade="manager"))
    assert story.refuses(MORGAN, Approve(proposal.no)).rule == "same-grade"
    assert story.does(DEVI, Approve(proposal.no))


def test_a_line_manager_who_lost_the_grade_is_too_junior() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    story.becomes(replace(MORGAN, grade="senior-adviser"))
    assert story.refuses(MORGAN, Approve(proposal.no)).rule == "too-junior"


def test_a_grade_that_the_policy_does_not_know_is_too_junior() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    story.becomes(replace(MORGAN, grade="admiral"))
    assert story.refuses(MORGAN, Approve(proposal.no)).rule == "too-junior"


def test_nobody_decides_what_was_proposed_by_someone_no_longer_known() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions(), by=SENA)
    del story.staff[SENA.id]
    refusal = story.refuses(MORGAN, Approve(proposal.no))
    assert refusal.rule == "proposer-unknown"
    assert refusal.remedy == "At present nobody can decide it."


def test_whoever_comes_second_is_told_who_decided_and_when_in_local_time() -> None:
    story = Story(now=Story().now.replace(month=7, day=7))
    story.continued()
    proposal = story.proposed(story.sanctions())
    story.does(MORGAN, Approve(proposal.no))
    refusal = story.refuses(DEVI, Approve(proposal.no))
    assert refusal.rule == "already-decided"
    expected = "Morgan Manager approved this proposal on Tuesday 8 July 2025 at midday."
    assert refusal.message == expected


def stricter(code: str, grade: str) -> Policy:
    rules = tuple(
        replace(rule, sign_off=SignOff(grade, True, "test")) if rule.code == code else rule
        for rule in POLICY.sanctions
    )
    return replace(POLICY, sanctions=rules)


def test_a_combination_needs_the_strictest_sign_off_of_its_sanctions() -> None:
    story = Story(policy=stricter("third-party", "director")).continued()
    matter = story.sanctions(IN_WRITING, THIRD_PARTY)
    assert sign_off_for(story.scene(ASHA), story.case, matter).minimum_grade == "director"
    proposal = story.proposed(matter)
    assert proposal.approver == DANA.id
    assert story.refuses(DEVI, Approve(proposal.no)).rule == "too-junior"


def test_changing_a_sanction_needs_its_own_sign_off_keeping_it_that_of_reviews() -> None:
    story = Story(policy=stricter("third-party", "director")).continued()
    made = story.proposed(story.sanctions(THIRD_PARTY))
    story.does(DANA, Approve(made.no))
    scene, case = story.scene(ASHA), story.case
    terms = SanctionTerms("third-party", ThirdPartyTerms("An advice centre"))
    change = story.review(ReviewOutcome.CHANGE, terms=terms)
    assert sign_off_for(scene, case, change).minimum_grade == "director"
    keep = story.review(ReviewOutcome.KEEP)
    assert sign_off_for(scene, case, keep).minimum_grade == "manager"


def test_where_no_line_manager_is_asked_it_goes_up_the_proposers_own_line() -> None:
    warning = replace(POLICY.warning, sign_off=SignOff("director", False, "test"))
    story = Story(policy=replace(POLICY, warning=warning))
    story.report()
    proposal = story.proposed(WARNING, by=ARI)
    assert proposal.approver == DANA.id
    assert [m.name for m in eligible(story.scene(ARI), story.case, proposal)] == [
        "Dana Director",
        "Cleo Chief",
    ]


def test_a_loop_of_line_managers_is_survived() -> None:
    story = Story().continued()
    story.becomes(replace(CLEO, line_manager=MORGAN.id))
    story.does(ASHA, Propose(story.sanctions()))
    proposal: Proposal = story.case.open_proposals[0]
    assert eligible(story.scene(ASHA), story.case, proposal) == (
        MORGAN,
        DEVI,
        DANA,
        story.staff[CLEO.id],
    )
