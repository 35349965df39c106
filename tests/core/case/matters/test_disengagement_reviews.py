"""Stage 7: continue, change or re-engage; re-engaging needs two continuous clear years."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.case.commands import Approve, AssessContact, Propose
from core.case.events import (
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementContinued,
    Relation,
    Response,
)
from core.case.proposals import DisengagementOutcome, ExtensionMatter
from core.case.state import ProposalStatus
from core.case.weighing.clear_period import clear_since, first_re_engagement
from core.vocabulary.ids import EntryNo
from tests.core.disengaging import AGENT, GRANT, HEDGE, PAT, SITE_OWNER, DisengagingStory
from tests.core.story import POLICY
from tests.support.people import ASHA, DANA, DEVI

CONTINUE = DisengagementOutcome.CONTINUE
CHANGE = DisengagementOutcome.CHANGE
RE_ENGAGE = DisengagementOutcome.RE_ENGAGE


def on(story: DisengagingStory, day: date) -> DisengagingStory:
    """Ten in the morning of ``day``."""
    story.now = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return story


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


def test_re_engagement_is_refused_at_23_months_and_granted_at_24() -> None:
    story = DisengagingStory().disengaged()
    issued_on = story.today
    assert issued_on == date(2025, 3, 5)
    command = Propose(story.review_of_notice(RE_ENGAGE))
    refusal = on(story, date(2027, 2, 5)).refuses(ASHA, command)
    assert (refusal.rule, refusal.field) == ("re-engagement-early", "outcome")
    assert "Friday 5 March 2027" in refusal.message
    assert refusal.section == "Our position and process, stage 7"
    assert on(story, date(2027, 3, 4)).refuses(ASHA, command).rule == "re-engagement-early"
    proposal = on(story, date(2027, 3, 5)).proposed(command.matter)
    _, ended = story.does(DANA, Approve(proposal.no))
    assert ended == CustomerReEngaged(story.notice.no, proposal.no)
    assert story.case.disengaged == ()


def test_an_incident_while_re_engagement_awaits_approval_puts_it_off() -> None:
    story = on(DisengagingStory().disengaged(), date(2027, 3, 5))
    proposal = story.proposed(story.review_of_notice(RE_ENGAGE))
    story.later(hours=1).report()
    refusal = story.refuses(DANA, Approve(proposal.no))
    assert refusal.rule == "re-engagement-early"
    assert "Monday 5 March 2029" in refusal.message


def test_an_incident_restarts_the_clock() -> None:
    story = on(DisengagingStory().disengaged(), date(2026, 5, 1))
    story.report(occurred_at=story.now - timedelta(days=2))
    assert first_re_engagement(story.scene(ASHA), story.case, story.notice) == date(2028, 4, 29)


def test_a_contact_on_the_same_topic_restarts_the_clock_and_another_does_not() -> None:
    story = on(DisengagingStory().disengaged(GRANT), date(2026, 5, 1))
    contact = story.contact()
    assert clear_since(story.scene(ASHA), story.case, story.notice) == date(2025, 3, 5)
    other = AssessContact(contact.no, Relation.DIFFERENT, Response.ANSWERED)
    story.does(ASHA, other)
    assert clear_since(story.scene(ASHA), story.case, story.notice) == date(2025, 3, 5)
    story.does(ASHA, AssessContact(contact.no, Relation.SAME, Response.NOT_RE_ENGAGED))
    assert clear_since(story.scene(ASHA), story.case, story.notice) == date(2026, 5, 1)
    story.does(ASHA, other)  # the last assessment stands
    assert clear_since(story.scene(ASHA), story.case, story.notice) == date(2025, 3, 5)


def test_a_contact_in_breach_of_a_sanction_restarts_the_clock() -> None:
    story = on(DisengagingStory().disengaged(GRANT), date(2026, 5, 1))
    story.contact(means="phone")
    assert clear_since(story.scene(ASHA), story.case, story.notice) == date(2026, 5, 1)


def test_contact_in_the_exercise_of_a_right_never_restarts_the_clock() -> None:
    story = on(DisengagingStory().disengaged(), date(2026, 5, 1))
    contact = story.contact(means="phone", statutory=True)
    story.does(ASHA, AssessContact(contact.no, Relation.SAME, Response.ANSWERED))
    assert clear_since(story.scene(ASHA), story.case, story.notice) == date(2025, 3, 5)


def test_days_are_those_of_the_clocks_where_the_public_body_works() -> None:
    story = DisengagingStory().disengaged()
    story.now = datetime(2025, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight in London
    story.report()
    assert clear_since(story.scene(ASHA), story.case, story.notice) == date(2025, 7, 2)


def test_a_clear_period_from_29_february_is_full_on_1_march() -> None:
    story = on(DisengagingStory().disengaged(), date(2028, 2, 29))
    story.report()
    assert first_re_engagement(story.scene(ASHA), story.case, story.notice) == date(2030, 3, 1)


def test_another_body_may_ask_for_another_clear_period() -> None:
    rule = replace(POLICY.disengagement, clear_years=1)
    story = DisengagingStory(policy=replace(POLICY, disengagement=rule)).disengaged()
    refusal = story.refuses(ASHA, Propose(story.review_of_notice(RE_ENGAGE)))
    assert "Thursday 5 March 2026" in refusal.message
    assert "a continuous year" in refusal.message


@pytest.mark.parametrize(
    ("in_force", "topics", "given_up"),
    [
        ((GRANT, HEDGE), (GRANT,), HEDGE),
        ((GRANT,), (HEDGE,), GRANT),
        ((), (GRANT,), "everything else"),
    ],
)
def test_a_change_that_gives_up_a_topic_is_re_engaging_on_it(
    in_force: tuple[str, ...], topics: tuple[str, ...], given_up: str
) -> None:
    story = DisengagingStory().disengaged(*in_force)
    refusal = story.refuses(ASHA, Propose(story.review_of_notice(CHANGE, topics=topics)))
    assert (refusal.rule, refusal.field) == ("re-engagement-early", "topics")
    assert given_up in refusal.message
    on(story, date(2027, 3, 5))
    assert story.does(ASHA, Propose(story.review_of_notice(CHANGE, topics=topics)))


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


def test_an_unassessed_contact_keeps_us_from_re_engaging_until_somebody_says_what_it_was() -> None:
    story = on(DisengagingStory().disengaged(GRANT), date(2027, 3, 1))
    contact = story.contact()
    story = on(story, date(2027, 3, 8))
    command = Propose(story.review_of_notice(RE_ENGAGE))
    refusal = story.refuses(ASHA, command)
    assert (refusal.rule, refusal.field) == ("contact-not-assessed", "outcome")
    assert "Monday 1 March 2027" in refusal.message
    story.does(ASHA, AssessContact(contact.no, Relation.UNSURE, Response.MANAGER_ASKED))
    assert story.refuses(ASHA, command).rule == "contact-not-assessed"
    story.does(ASHA, AssessContact(contact.no, Relation.DIFFERENT, Response.ANSWERED))
    assert story.does(ASHA, command)


def test_a_proposal_to_re_engage_waits_for_a_contact_that_came_meanwhile() -> None:
    story = on(DisengagingStory().disengaged(GRANT), date(2027, 3, 8))
    proposal = story.proposed(story.review_of_notice(RE_ENGAGE))
    contact = story.contact()
    assert story.refuses(DANA, Approve(proposal.no)).rule == "contact-not-assessed"
    story.does(ASHA, AssessContact(contact.no, Relation.SAME, Response.NOT_RE_ENGAGED))
    assert story.refuses(DANA, Approve(proposal.no)).rule == "re-engagement-early"


def test_an_unassessed_contact_of_long_ago_or_about_a_right_keeps_us_from_nothing() -> None:
    story = on(DisengagingStory().disengaged(GRANT), date(2025, 4, 1))
    story.contact()
    on(story, date(2027, 4, 2)).contact(statutory=True)
    assert story.does(ASHA, Propose(story.review_of_notice(RE_ENGAGE)))
