"""People who are away, and decisions that nobody answers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from core.case.commands import Remind
from core.case.duties.owing import duties
from core.case.duties.reminders import due_reminder, next_reminder_day
from core.case.events import CaseEvent, DutyKind
from core.vocabulary.ids import SYSTEM
from core.vocabulary.people import Absence, StaffMember
from tests.core.story import Story

THE_BOT = StaffMember(SYSTEM, "The bot", "", "")
FIRST_DAY = date(2025, 3, 3)
"""The Monday on which stories begin."""


def away(
    member: StaffMember,
    deputy: StaffMember | None = None,
    first: date = FIRST_DAY,
    last: date = FIRST_DAY + timedelta(days=13),
) -> StaffMember:
    """The member, away for two weeks from the first Monday on."""
    absence = Absence(first, last, deputy.id if deputy else None)
    return replace(member, absences=(*member.absences, absence))


def unanswered(story: Story) -> tuple[CaseEvent, ...]:
    """Nobody decides the only open proposal until the bot brings it to mind."""
    scene, case = story.scene(THE_BOT), story.case
    [duty] = [d for d in duties(scene, case) if d.kind is DutyKind.DECIDE_PROPOSAL]
    day = next_reminder_day(duty, case.reminded)
    assert day is not None
    story.now = max(story.now, datetime.combine(day, time(10), tzinfo=UTC))
    due = due_reminder(duty, case.reminded, story.today)
    assert due is not None
    return story.does(THE_BOT, Remind(duty.kind, duty.about, due.step, due.step_on))
