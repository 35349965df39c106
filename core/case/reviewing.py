"""Bringing a review to mind (stage 4)."""

from core.case.commands import RemindReview
from core.case.events import CaseEvent, ReviewReminded
from core.case.reminders import due_reminder
from core.case.scene import Scene
from core.case.sections import STAGE_4
from core.case.state import Case
from core.vocabulary.ids import SYSTEM
from core.vocabulary.refusal import refuse


def remind_review(scene: Scene, case: Case, command: RemindReview) -> tuple[CaseEvent, ...]:
    """Only the step that is due, and only once."""
    if scene.actor != SYSTEM:
        raise refuse("only-the-bot", "Reminders are sent by the bot alone.", section=STAGE_4)
    sanction = case.sanctions.get(command.sanction)
    due = due_reminder(scene.policy.review, sanction, scene.today) if sanction else None
    if sanction is None or due is None or (due.step, due.due_on) != (command.step, command.due_on):
        raise refuse("nothing-due", "This reminder is not due.", section=STAGE_4)
    return (ReviewReminded(command.sanction, sanction.review_on, command.step, command.due_on),)
