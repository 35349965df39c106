"""Stage 4: a review keeps, changes or lifts a sanction; nothing goes on without a review date."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve, Propose, Remind
from core.case.events import DutyKind, Reminded, SanctionChanged, SanctionKept, SanctionLifted
from core.case.proposals import ReviewMatter, ReviewOutcome
from core.case.state import ProposalStatus
from core.case.terms import MeansTerms, SanctionTerms
from core.vocabulary.ids import SYSTEM, EntryNo
from core.vocabulary.people import StaffMember
from tests.core.story import IN_WRITING, POLICY, Story
from tests.support.people import ASHA, MORGAN

BY_LETTER = SanctionTerms("specified-form", MeansTerms(frozenset({"letter"})))
THE_BOT = StaffMember(SYSTEM, "The bot", "", "")


def test_a_sanction_is_kept_by_two_grades_until_its_next_review() -> None:
    story = Story().sanctioned()
    proposal = story.proposed(story.review(ReviewOutcome.KEEP))
    [sanction] = story.case.in_force
    before = sanction.review_on
    _, kept = story.does(MORGAN, Approve(proposal.no))
    assert kept == SanctionKept(sanction.no, proposal.no, story.today + timedelta(days=30))
    assert story.case.in_force[0].review_on != before


def test_a_sanction_is_changed_by_two_grades() -> None:
    story = Story().sanctioned()
    proposal = story.proposed(story.review(ReviewOutcome.CHANGE, terms=BY_LETTER))
    _, changed = story.does(MORGAN, Approve(proposal.no))
    assert isinstance(changed, SanctionChanged)
    assert story.case.in_force[0].terms == BY_LETTER


def test_a_sanction_is_lifted_by_two_grades() -> None:
    story = Story().sanctioned()
    proposal = story.proposed(story.review(ReviewOutcome.LIFT))
    _, lifted = story.does(MORGAN, Approve(proposal.no))
    assert isinstance(lifted, SanctionLifted)
    assert story.case.in_force == ()
    assert story.proposed(story.sanctions()).is_open  # it can be proposed again


@pytest.mark.parametrize(
    ("outcome", "changed", "rule", "field"),
    [
        ("keep", {"sanction": EntryNo(1)}, "not-in-force", "sanction"),
        ("keep", {"reasons": ""}, "text-missing", "reasons"),
        ("keep", {"next_review_on": None}, "review-date-missing", "next_review_on"),
        ("change", {"next_review_on": None}, "review-date-missing", "next_review_on"),
        ("keep", {"terms": BY_LETTER}, "terms-without-change", "terms"),
        ("lift", {"terms": BY_LETTER}, "terms-without-change", "terms"),
        ("change", {}, "terms-missing", "terms"),
        ("change", {"terms": replace(BY_LETTER, code="third-party")}, "terms-missing", "terms"),
        ("change", {"terms": IN_WRITING}, "nothing-changed", "terms"),
        (
            "change",
            {"terms": SanctionTerms("specified-form", MeansTerms(frozenset()))},
            "means-missing",
            "specified-form.means",
        ),
    ],
)
def test_a_review_says_what_becomes_of_the_sanction(
    outcome: str, changed: dict[str, object], rule: str, field: str
) -> None:
    story = Story().sanctioned()
    matter = story.review(ReviewOutcome(outcome), **changed)
    refusal = story.refuses(ASHA, Propose(matter))
    assert (refusal.rule, refusal.field) == (rule, field)


@pytest.mark.parametrize(
    ("days", "rule"), [(0, "review-date-past"), (365, None), (366, "review-date-late")]
)
def test_the_next_review_is_within_the_longest_interval(days: int, rule: str | None) -> None:
    story = Story().sanctioned()
    next_review_on = story.today + timedelta(days=days)
    matter = story.review(ReviewOutcome.KEEP, next_review_on=next_review_on)
    if rule is None:
        assert story.does(ASHA, Propose(matter))
    else:
        assert story.refuses(ASHA, Propose(matter)).rule == rule


@pytest.mark.parametrize("outcome", list(ReviewOutcome))
def test_an_outcome_that_the_policy_lets_one_person_settle_takes_effect_at_once(
    outcome: ReviewOutcome,
) -> None:
    review = replace(POLICY.review, needs_sign_off=frozenset())
    story = Story(policy=replace(POLICY, review=review)).sanctioned()
    terms = BY_LETTER if outcome is ReviewOutcome.CHANGE else None
    matter: ReviewMatter = story.review(outcome, terms=terms)
    _made, effect = story.does(ASHA, Propose(matter))
    proposal = story.case.proposals[max(story.case.proposals)]
    assert isinstance(effect, SanctionKept | SanctionChanged | SanctionLifted)
    assert effect.decision == proposal.no
    assert proposal.status is ProposalStatus.APPROVED
    assert (proposal.decided_by, proposal.decided_at) == (None, story.now)
    refusal = story.refuses(MORGAN, Approve(proposal.no))
    assert refusal.rule == "already-decided"
    assert "needs no decision" in refusal.message


def test_a_reminder_is_recorded_once_on_its_day_by_the_bot_alone() -> None:
    story = Story().sanctioned()
    [sanction] = story.case.in_force
    due_on = sanction.review_on - timedelta(days=14)
    command = Remind(DutyKind.REVIEW_SANCTION, sanction.no, "two-weeks-ahead", due_on)
    assert story.refuses(THE_BOT, command).rule == "nothing-due"
    story.later(days=(due_on - story.today).days)
    assert story.refuses(MORGAN, command).rule == "only-the-bot"
    wrong_step = replace(command, step="on-the-day")
    assert story.refuses(THE_BOT, wrong_step).rule == "nothing-due"
    assert story.refuses(THE_BOT, replace(command, about=EntryNo(1))).rule == "nothing-due"
    other_duty = replace(command, duty=DutyKind.LOOK_AGAIN)
    assert story.refuses(THE_BOT, other_duty).rule == "nothing-due"
    story.does(THE_BOT, command)
    sent = Reminded(command.duty, sanction.no, sanction.review_on, "two-weeks-ahead", due_on)
    assert story.case.reminded == {sent}
    assert story.refuses(THE_BOT, command).rule == "nothing-due"
