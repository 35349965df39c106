"""Bringing a duty to mind (stages 1, 4 and 7; Responsibilities)."""

from core.case.commands import Remind
from core.case.duties.owing import duties
from core.case.duties.reminders import due_reminder
from core.case.events import CaseEvent, DutyKind, Reminded
from core.case.scene import Scene
from core.case.sections import PROCESS
from core.case.signing_off.escalating import escalate
from core.case.signing_off.passing_on_questions import ask_above
from core.case.state import Case
from core.vocabulary.ids import SYSTEM
from core.vocabulary.refusal import refuse


def remind(scene: Scene, case: Case, command: Remind) -> tuple[CaseEvent, ...]:
    """Only the step that is due, and only once."""
    if scene.actor != SYSTEM:
        raise refuse("only-the-bot", "Reminders are sent by the bot alone.", section=PROCESS)
    for duty in duties(scene, case):
        if (duty.kind, duty.about) != (command.duty, command.about):
            continue
        due = due_reminder(duty, case.reminded, scene.today)
        if due and (due.step, due.step_on) == (command.step, command.step_on):
            sent = Reminded(duty.kind, duty.about, duty.due_on, due.step, due.step_on)
            if duty.kind is DutyKind.DECIDE_PROPOSAL:
                return (sent, *escalate(scene, case, case.proposals[duty.about]))
            if duty.kind is DutyKind.ASSESS_CONTACT:
                return (sent, *ask_above(scene, case, duty.about))
            return (sent,)
    raise refuse("nothing-due", "This reminder is not due.", section=PROCESS)
