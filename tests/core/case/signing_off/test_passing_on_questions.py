"""A manager who was asked about a contact and went away is stood in for (Responsibilities)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.authority.access import check_may_read
from core.case.commands import Approve, AssessContact, PassOnQuestion
from core.case.duties.owing import duties
from core.case.events import ContactAssessed, DutyKind, QuestionPassedOn, Relation, Response
from core.case.proposals import DisengagementOutcome
from core.vocabulary.ids import EntryNo, StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refused
from tests.core.case.signing_off.asked import (
    LONG,
    gone,
    now,
    on_that_topic,
    passed_on,
    stays,
    waiting,
)
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.waiting import THE_BOT, away
from tests.support.people import ASHA, DANA, DEVI, IRA, MORGAN, NOOR, OLU, SENA


def test_what_a_manager_was_asked_is_put_to_their_deputy_who_may_decide_it() -> None:
    story, command = waiting()
    story.becomes(gone(MORGAN, NOOR))
    [event] = story.does(THE_BOT, command)
    assert event == QuestionPassedOn(command.contact, NOOR.id, in_place_of=MORGAN.id)
    assert stays(story, command), "it is put to them once"
    assert story.does(NOOR, on_that_topic(command))
    assert now(story).assessed_by == NOOR.id
    assert stays(story, command)


def test_a_deputy_decides_of_what_is_unclear_under_a_partial_disengagement_too() -> None:
    story, command = waiting(GRANT)
    story.becomes(gone(MORGAN, DANA))
    assert passed_on(story, command) == DANA.id
    answered = AssessContact(command.contact, Relation.DIFFERENT, Response.ANSWERED)
    assert story.does(DANA, answered)


def test_a_deputy_decides_from_the_first_day_of_the_absence_on_and_not_before() -> None:
    story, command = waiting()
    assert story.refuses(NOOR, on_that_topic(command)).rule == "manager-decides-other-topics"
    story.becomes(
        away(MORGAN, NOOR, first=story.today + timedelta(days=2), last=story.today + LONG)
    )
    assert stays(story, command)
    assert story.refuses(NOOR, on_that_topic(command)).rule == "manager-decides-other-topics"
    story.later(days=2)
    assert passed_on(story, command) == NOOR.id
    assert story.does(NOOR, on_that_topic(command))


def test_whoever_is_away_does_not_decide_as_of_a_proposal() -> None:
    story, command = waiting()
    story.becomes(gone(MORGAN, NOOR))
    refusal = story.refuses(MORGAN, on_that_topic(command))
    assert (refusal.rule, refusal.section) == ("away", "Responsibilities")
    assert story.does(
        MORGAN, AssessContact(command.contact, Relation.DIFFERENT, Response.NOT_RE_ENGAGED)
    ), "what anybody above the owner may say is said by them too"


def test_when_they_are_back_it_is_put_to_them_again_and_is_theirs_alone() -> None:
    story, command = waiting()
    story.becomes(gone(MORGAN, SENA))
    assert passed_on(story, command) == SENA.id
    story.becomes(MORGAN)
    assert passed_on(story, command) == MORGAN.id
    assert now(story).in_place_of is None
    assert story.refuses(SENA, on_that_topic(command)).rule == "not-yours"
    assert story.does(MORGAN, on_that_topic(command))


def test_another_deputy_is_asked_where_they_are_exchanged() -> None:
    story, command = waiting()
    story.becomes(gone(MORGAN, NOOR))
    passed_on(story, command)
    story.becomes(gone(MORGAN, DANA))
    assert passed_on(story, command) == DANA.id
    assert now(story).in_place_of == MORGAN.id


@pytest.mark.parametrize("deputy", [None, replace(NOOR, active=False), gone(NOOR, DEVI), IRA])
def test_without_a_deputy_who_is_here_it_stays(deputy: StaffMember | None) -> None:
    story, command = waiting()
    if deputy:
        story.becomes(deputy)
    story.becomes(gone(MORGAN, deputy))
    assert stays(story, command)


@pytest.mark.parametrize(
    ("logged_by", "asked_by"),
    [(NOOR, ASHA), (OLU, NOOR), (NOOR, NOOR)],
)
def test_a_deputy_who_got_the_contact_or_asked_does_not_decide_it(
    logged_by: StaffMember, asked_by: StaffMember
) -> None:
    """Two people see it; whoever is above the manager hears of it once it is due."""
    story, command = waiting(logged_by=logged_by, asked_by=asked_by)
    story.becomes(gone(MORGAN, NOOR))
    assert stays(story, command)
    assert story.refuses(NOOR, on_that_topic(command)).rule == "manager-decides-other-topics"
    assert now(story).waits_for == MORGAN.id


def test_nor_are_they_asked_in_the_first_place() -> None:
    story = DisengagingStory().disengaged().later(days=10)
    contact = story.contact(by=NOOR, topic="Otters")
    story.becomes(gone(MORGAN, NOOR))
    asks = AssessContact(contact.no, Relation.DIFFERENT, Response.MANAGER_ASKED)
    [event] = story.does(ASHA, asks)
    assert isinstance(event, ContactAssessed)
    assert (event.asked, event.in_place_of) == (DEVI.id, None)


def test_what_a_deputy_was_asked_from_the_start_comes_back_too() -> None:
    story = DisengagingStory().disengaged().later(days=10)
    contact = story.contact(by=OLU, topic="Otters")
    story.becomes(gone(MORGAN, NOOR))
    asks = AssessContact(contact.no, Relation.DIFFERENT, Response.MANAGER_ASKED)
    [event] = story.does(ASHA, asks)
    assert event == ContactAssessed(
        contact.no, asks.relation, asks.response, NOOR.id, in_place_of=MORGAN.id
    )
    command = PassOnQuestion(contact.no)
    assert stays(story, command)
    story.becomes(MORGAN)
    assert passed_on(story, command) == MORGAN.id
    assert story.does(MORGAN, on_that_topic(command))


def test_whoever_is_back_gets_back_what_they_logged_themselves() -> None:
    """They were asked, so they refuse it or ask further up."""
    story, command = waiting(logged_by=MORGAN, asked_by=ASHA)
    story.becomes(gone(MORGAN, NOOR))
    assert passed_on(story, command) == NOOR.id
    story.becomes(MORGAN)
    assert passed_on(story, command) == MORGAN.id


def test_the_time_to_answer_runs_on_and_it_is_owed_by_the_deputy() -> None:
    story, command = waiting()

    def duty() -> tuple[StaffId, object]:
        found = duties(story.scene(ASHA), story.case)
        [each] = [one for one in found if one.kind is DutyKind.ASSESS_CONTACT]
        return each.owed_by, each.due_on

    before = duty()
    story.later(days=1).becomes(gone(MORGAN, NOOR))
    passed_on(story, command)
    assert duty() == (NOOR.id, before[1])


def test_the_deputy_reads_the_timeline_while_they_stand_in() -> None:
    story, command = waiting()
    story.becomes(gone(MORGAN, SENA))
    passed_on(story, command)
    check_may_read(story.scene(SENA), story.case)
    story.becomes(MORGAN)
    with pytest.raises(Refused, match="may-not-read"):
        check_may_read(story.scene(SENA), story.case)


def test_nothing_is_passed_on_once_the_disengagement_has_ended() -> None:
    story, command = waiting()
    story.later(days=800)
    ends = story.proposed(story.review_of_notice(DisengagementOutcome.RE_ENGAGE))
    story.does(DANA, Approve(ends.no))
    assert now(story).waits_for == MORGAN.id
    story.becomes(away(MORGAN, NOOR, last=story.today))
    assert stays(story, command)


def test_the_bot_alone_passes_on_and_only_what_was_asked() -> None:
    story, command = waiting()
    story.becomes(gone(MORGAN, NOOR))
    assert story.refuses(ASHA, command).rule == "only-the-bot"
    unasked = story.contact(by=OLU, topic="Newts")
    assert stays(story, PassOnQuestion(unasked.no))
    refusal = story.refuses(THE_BOT, PassOnQuestion(EntryNo(1)))
    assert (refusal.rule, refusal.field) == ("unknown-contact", "contact")
