"""Where nobody may take the place of the manager who was asked, the next above is asked in time."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from core.case.commands import Remind
from core.case.duties.owing import duties
from core.case.duties.reminders import due_reminder, next_reminder_day
from core.case.events import CaseEvent, DutyKind, QuestionPassedOn, Reminded
from core.vocabulary.people import StaffMember
from tests.core.case.signing_off.asked import gone, on_that_topic, passed_on, stays, waiting
from tests.core.disengaging import DisengagingStory
from tests.core.waiting import THE_BOT
from tests.support.people import CLEO, DANA, DEVI, IRA, MORGAN, NOOR, OLU


def unanswered(story: DisengagingStory) -> tuple[CaseEvent, ...]:
    """Nobody answers until the bot brings it to mind."""
    found = duties(story.scene(THE_BOT), story.case)
    [duty] = [each for each in found if each.kind is DutyKind.ASSESS_CONTACT]
    day = next_reminder_day(duty, story.case.reminded)
    assert day is not None
    story.now = max(story.now, datetime.combine(day, time(10), tzinfo=UTC))
    due = due_reminder(duty, story.case.reminded, story.today)
    assert due is not None
    return story.does(THE_BOT, Remind(duty.kind, duty.about, due.step, due.step_on))


@pytest.mark.parametrize("deputy", [None, OLU, IRA])
def test_where_nobody_may_take_the_place_it_goes_up_the_line_in_its_time(
    deputy: StaffMember | None,
) -> None:
    story, command = waiting(logged_by=OLU)
    story.becomes(gone(MORGAN, deputy))
    assert stays(story, command)
    [reminded, up] = unanswered(story)
    assert isinstance(reminded, Reminded)
    assert up == QuestionPassedOn(command.contact, DEVI.id, went_up=True)
    story.becomes(MORGAN)
    assert stays(story, command), "it has gone up, as a proposal that is unanswered does"
    assert story.does(DEVI, on_that_topic(command))


def test_it_goes_up_to_the_deputy_of_the_next_above_too_and_never_to_who_got_it() -> None:
    story, command = waiting(logged_by=DEVI)
    story.becomes(gone(MORGAN))
    [_, up] = unanswered(story)
    assert up == QuestionPassedOn(command.contact, DANA.id, went_up=True)
    story, command = waiting()
    for member in (gone(MORGAN), gone(DEVI, NOOR)):
        story.becomes(member)
    [_, up] = unanswered(story)
    assert up == QuestionPassedOn(command.contact, NOOR.id, in_place_of=DEVI.id, went_up=True)
    story.becomes(DEVI)
    assert passed_on(story, command) == DEVI.id


@pytest.mark.parametrize("manager", [MORGAN, gone(MORGAN, NOOR)])
def test_while_somebody_may_answer_they_are_reminded_and_it_goes_nowhere(
    manager: StaffMember,
) -> None:
    story, _ = waiting()
    story.becomes(manager)
    [reminded] = unanswered(story)
    assert isinstance(reminded, Reminded)


def test_it_goes_up_from_whoever_left_and_ends_where_nobody_is_left() -> None:
    story, command = waiting()
    story.becomes(replace(MORGAN, active=False))
    [_, up] = unanswered(story)
    assert up == QuestionPassedOn(command.contact, DEVI.id, went_up=True)
    for member in (DEVI, DANA, CLEO):
        story.becomes(replace(member, active=False))
    [reminded] = unanswered(story)
    assert isinstance(reminded, Reminded)
