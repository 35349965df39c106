"""Stage 5: completely or on topics, once sanctions did not resolve it; a director signs it off."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from core.case.commands import Approve, Propose
from core.case.events import DisengagementIssued
from core.case.proposals import Considerations, Grounds
from core.case.terms import CallTimesTerms, SanctionTerms
from tests.core.disengaging import GRANT, HEDGE, SITE_OWNER, DisengagingStory
from tests.support.people import ASHA, CLEO, DANA, DEVI, MORGAN


def test_given_sanctions_did_not_help_a_director_issues_the_notice() -> None:
    story = DisengagingStory().still_going_on()
    proposal = story.proposed(story.disengagement(f"  {GRANT} "))
    assert proposal.approver == DANA.id
    assert story.refuses(MORGAN, Approve(proposal.no)).rule == "too-junior"
    assert story.refuses(DEVI, Approve(proposal.no)).rule == "too-junior"
    _, issued = story.does(DANA, Approve(proposal.no))
    review_on = story.today + timedelta(days=365)
    assert issued == DisengagementIssued(proposal.no, (GRANT,), review_on)
    assert (story.notice.proposed_by, story.notice.approved_by) == (ASHA.id, DANA.id)
    assert story.notice.in_force
    assert not story.notice.is_complete


def test_a_directors_own_proposal_needs_another_grade() -> None:
    story = DisengagingStory().still_going_on()
    assert story.proposed(story.disengagement(), by=DANA).approver == CLEO.id


def test_given_no_sanction_when_disengaging_then_sanctions_come_first() -> None:
    story = DisengagingStory()
    story.continued()
    refusal = story.refuses(ASHA, Propose(story.disengagement()))
    assert (refusal.rule, refusal.section) == (
        "sanctions-first",
        "Our position and process, stage 5",
    )


def test_given_nothing_happened_since_the_sanctions_they_may_have_resolved_it() -> None:
    story = DisengagingStory()
    story.sanctioned().later(days=3)
    assert story.refuses(ASHA, Propose(story.disengagement())).rule == "not-since-sanctions"
    story.contact(means="letter")  # as the sanction allows
    assert story.refuses(ASHA, Propose(story.disengagement())).rule == "not-since-sanctions"
    story.contact(means="phone", statutory=True)  # a right that nothing touches
    assert story.refuses(ASHA, Propose(story.disengagement())).rule == "not-since-sanctions"
    story.contact(means="phone")  # in breach
    assert story.does(ASHA, Propose(story.disengagement()))


def test_a_contact_is_measured_by_the_terms_in_force_when_it_was_made() -> None:
    mornings = SanctionTerms(
        "call-times",
        CallTimesTerms(frozenset(range(5)), time(9), time(12)),
    )
    story = DisengagingStory()
    story.sanctioned(mornings).later(minutes=30)
    story.contact(means="phone")  # on Tuesday at half past eleven: allowed
    assert story.refuses(ASHA, Propose(story.disengagement())).rule == "not-since-sanctions"
    [sanction] = story.case.in_force
    shorter = replace(mornings, terms=CallTimesTerms(frozenset({0}), time(9), time(10)))
    story.changes(sanction.no, shorter)
    assert story.refuses(ASHA, Propose(story.disengagement())).rule == "not-since-sanctions"
    story.later(days=1)
    story.contact(means="phone")  # no longer allowed
    assert story.does(ASHA, Propose(story.disengagement()))


def test_a_contact_before_the_sanction_or_after_its_lifting_is_no_breach() -> None:
    story = DisengagingStory()
    story.sanctioned()
    story.contact(means="phone", occurred_at=story.now - timedelta(hours=5))
    assert story.refuses(ASHA, Propose(story.disengagement())).rule == "not-since-sanctions"
    story.later(days=1)
    story.lifts(next(iter(story.case.sanctions)))
    story.later(days=1)
    story.contact(means="phone")
    assert story.refuses(ASHA, Propose(story.disengagement())).rule == "not-since-sanctions"


def test_given_extreme_behaviour_stages_may_be_skipped() -> None:
    story = DisengagingStory()
    story.report()
    matter = story.disengagement(grounds=Grounds.EXTREME)
    assert story.refuses(ASHA, Propose(matter)).rule == "not-extreme"
    story.report(extreme=True)
    assert story.proposed(matter).approver == DANA.id


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"topics": (" ",)}, "text-missing", "topics"),
        ({"topics": ("x" * 151,)}, "text-too-long", "topics"),
        ({"topics": (GRANT, " grant  APPLICATION ")}, "topic-twice", "topics"),
        ({"topics": tuple(str(n) for n in range(21))}, "too-many-topics", "topics"),
        ({"reasons": " "}, "text-missing", "reasons"),
        ({"efforts": ""}, "efforts-missing", "efforts"),
        ({"considerations": Considerations("", "So it is.")}, "adjustments-missing", "adjustments"),
        (
            {"considerations": Considerations("None needed: we asked.", "")},
            "proportionality-missing",
            "proportionality",
        ),
    ],
)
def test_a_notice_says_on_what_why_and_what_was_considered(
    changed: dict[str, object], rule: str, field: str
) -> None:
    story = DisengagingStory().still_going_on()
    refusal = story.refuses(ASHA, Propose(story.disengagement(**changed)))
    assert (refusal.rule, refusal.field) == (rule, field)


@pytest.mark.parametrize(
    ("days", "rule"),
    [(0, "review-date-past"), (1, None), (366, None), (367, "review-date-late")],
)
def test_a_notice_is_reviewed_after_twelve_months(days: int, rule: str | None) -> None:
    story = DisengagingStory().still_going_on()
    command = Propose(story.disengagement(review_on=story.today + timedelta(days=days)))
    if rule is None:
        assert story.does(ASHA, command)
        return
    refusal = story.refuses(ASHA, command)
    assert (refusal.rule, refusal.field) == (rule, "review_on")
    assert refusal.section == "Our position and process, stage 7"


def test_one_open_proposal_to_disengage_at_a_time() -> None:
    story = DisengagingStory().still_going_on()
    story.proposed(story.disengagement(GRANT))
    assert story.refuses(ASHA, Propose(story.disengagement(HEDGE))).rule == "already-proposed"


@pytest.mark.parametrize(
    ("in_force", "topics", "rule"),
    [
        ((), (GRANT,), "already-disengaged"),
        ((), (), "already-disengaged"),
        ((GRANT,), (), "already-disengaged"),
        ((GRANT,), (HEDGE, "GRANT application"), "already-disengaged"),
        ((GRANT,), (HEDGE,), None),
    ],
)
def test_what_is_in_force_is_reviewed_not_proposed_again(
    in_force: tuple[str, ...], topics: tuple[str, ...], rule: str | None
) -> None:
    story = DisengagingStory().disengaged(*in_force)
    command = Propose(story.disengagement(*topics))
    if rule is None:
        assert story.does(ASHA, command)
    else:
        assert story.refuses(ASHA, command).rule == rule


def test_given_a_site_owner_full_disengagement_is_refused_in_favour_of_partial() -> None:
    story = DisengagingStory(customer=SITE_OWNER).still_going_on()
    refusal = story.refuses(ASHA, Propose(story.disengagement()))
    assert (refusal.rule, refusal.section) == ("site-owner-partial-only", "Site owners")
    assert "Legal" in refusal.remedy
    assert story.does(ASHA, Propose(story.disengagement(GRANT)))


def test_what_changed_since_it_was_proposed_is_looked_at_again_on_approval() -> None:
    story = DisengagingStory().still_going_on()
    proposal = story.proposed(story.disengagement())
    story.customer = SITE_OWNER
    refusal = story.refuses(DANA, Approve(proposal.no))
    assert refusal.rule == "site-owner-partial-only"
    assert story.case.disengagements == {}
