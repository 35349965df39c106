"""Stage 7: re-engaging needs two continuous clear years."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.case.commands import Approve, AssessContact, Propose
from core.case.events import (
    CustomerReEngaged,
    Relation,
    Response,
)
from core.case.weighing.clear_period import clear_since, first_re_engagement
from tests.core.case.matters.disengagement_reviewed import CHANGE, RE_ENGAGE, on
from tests.core.disengaging import GRANT, HEDGE, DisengagingStory
from tests.core.story import POLICY
from tests.support.people import ASHA, DANA


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
