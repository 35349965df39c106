"""Stage 7: a disengagement is continued, changed or ended."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve, Propose
from core.case.events import (
    DisengagementChanged,
    DisengagementContinued,
)
from core.case.proposals import DisengagementOutcome, ExtensionMatter
from core.case.state import ProposalStatus
from core.vocabulary.ids import EntryNo
from tests.core.case.matters.disengagement_reviewed import CHANGE, CONTINUE
from tests.core.disengaging import AGENT, GRANT, HEDGE, PAT, SITE_OWNER, DisengagingStory
from tests.core.story import POLICY
from tests.support.people import ASHA, DANA, DEVI


def test_a_disengagement_is_continued_until_its_next_review() -> None:
    story = DisengagingStory().disengaged().later(days=300)
    proposal = story.proposed(story.review_of_notice(CONTINUE))
    assert proposal.approver == DANA.id
    assert story.refuses(DEVI, Approve(proposal.no)).rule == "too-junior"
    _, continued = story.does(DANA, Approve(proposal.no))
    review_on = story.today + timedelta(days=365)
    assert continued == DisengagementContinued(story.notice.no, proposal.no, review_on)
    assert (story.notice.review_on, story.notice.in_force) == (review_on, True)


def test_a_disengagement_is_changed_to_more_topics() -> None:
    story = DisengagingStory().disengaged(GRANT)
    proposal = story.proposed(story.review_of_notice(CHANGE, topics=(GRANT, HEDGE)))
    _, changed = story.does(DANA, Approve(proposal.no))
    assert isinstance(changed, DisengagementChanged)
    assert story.notice.topics == (GRANT, HEDGE)
    story.does(DANA, Approve(story.proposed(story.review_of_notice(CHANGE, topics=())).no))
    assert story.notice.is_complete


def test_a_complete_disengagement_from_a_site_owner_may_be_narrowed_at_once() -> None:
    story = DisengagingStory().disengaged()
    story.customer = SITE_OWNER  # as we learnt only later
    assert story.does(ASHA, Propose(story.review_of_notice(CHANGE, topics=(GRANT,))))


@pytest.mark.parametrize(
    ("outcome", "changed", "rule", "field"),
    [
        (CONTINUE, {"disengagement": EntryNo(1)}, "not-in-force", "disengagement"),
        (CONTINUE, {"reasons": " "}, "text-missing", "reasons"),
        (CONTINUE, {"next_review_on": None}, "review-date-missing", "next_review_on"),
        (CHANGE, {"next_review_on": None}, "review-date-missing", "next_review_on"),
        (CONTINUE, {"topics": (HEDGE,)}, "topics-without-change", "topics"),
        (CHANGE, {}, "topics-missing", "topics"),
        (CHANGE, {"topics": (" ",)}, "text-missing", "topics"),
        (CHANGE, {"topics": ("GRANT  application",)}, "nothing-changed", "topics"),
    ],
)
def test_a_review_says_what_becomes_of_the_disengagement(
    outcome: DisengagementOutcome, changed: dict[str, object], rule: str, field: str
) -> None:
    story = DisengagingStory().disengaged(GRANT)
    refusal = story.refuses(ASHA, Propose(story.review_of_notice(outcome, **changed)))
    assert (refusal.rule, refusal.field) == (rule, field)


@pytest.mark.parametrize(
    ("days", "rule"), [(0, "review-date-past"), (366, None), (367, "review-date-late")]
)
def test_the_next_review_is_within_the_longest_interval(days: int, rule: str | None) -> None:
    story = DisengagingStory().disengaged()
    next_review_on = story.today + timedelta(days=days)
    command = Propose(story.review_of_notice(CONTINUE, next_review_on=next_review_on))
    if rule is None:
        assert story.does(ASHA, command)
    else:
        assert story.refuses(ASHA, command).rule == rule


def test_a_site_owners_disengagement_is_not_changed_to_a_complete_one() -> None:
    story = DisengagingStory(customer=SITE_OWNER).disengaged(GRANT)
    refusal = story.refuses(ASHA, Propose(story.review_of_notice(CHANGE, topics=())))
    assert refusal.rule == "site-owner-partial-only"


def test_one_open_review_of_a_disengagement_at_a_time() -> None:
    story = DisengagingStory().disengaged()
    story.proposed(story.review_of_notice(CONTINUE))
    refusal = story.refuses(ASHA, Propose(story.review_of_notice(CONTINUE)))
    assert refusal.rule == "already-proposed"


def test_a_change_that_one_person_may_settle_takes_effect_at_once() -> None:
    review = replace(POLICY.disengagement.review, needs_sign_off=frozenset({"re-engage"}))
    policy = replace(POLICY, disengagement=replace(POLICY.disengagement, review=review))
    story = DisengagingStory(policy=policy).disengaged()
    _made, effect = story.does(ASHA, Propose(story.review_of_notice(CONTINUE)))
    assert isinstance(effect, DisengagementContinued)
    proposal = story.case.proposals[effect.decision]
    assert (proposal.status, proposal.decided_by) == (ProposalStatus.APPROVED, None)


def test_what_is_complete_cannot_go_on_so_once_the_customer_is_known_as_a_site_owner() -> None:
    story = DisengagingStory().disengaged()
    story.customer = SITE_OWNER
    refusal = story.refuses(ASHA, Propose(story.review_of_notice(CONTINUE)))
    assert (refusal.rule, refusal.field) == ("site-owner-partial-only", "outcome")
    assert story.does(ASHA, Propose(story.review_of_notice(CHANGE, topics=(GRANT,))))


def test_what_is_complete_cannot_go_on_so_for_an_agent_whom_it_binds_too() -> None:
    story = DisengagingStory().disengaged()
    agent = replace(AGENT, id=PAT.id, name=PAT.name)
    story.others = (PAT,)
    extension = story.proposed(ExtensionMatter(story.notice.no, PAT.id, "They write for Casey."))
    story.does(DANA, Approve(extension.no))
    story.others = (agent,)
    refusal = story.refuses(ASHA, Propose(story.review_of_notice(CONTINUE)))
    assert refusal.rule == "agent-topic-only"
    assert refusal.message.startswith("This binds Pat Partner too.")
