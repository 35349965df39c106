"""What the monitoring period showed (stage 1)."""

from core.case.authority.owners import require_owner_or
from core.case.checks import require_length
from core.case.commands import ConcludeMonitoring
from core.case.events import CaseEvent, MonitoringConcluded
from core.case.finding import find_proposal
from core.case.proposals import WarningMatter
from core.case.scene import Scene
from core.case.sections import STAGE_1
from core.case.state import Case
from core.vocabulary.refusal import refuse


def conclude_monitoring(
    scene: Scene, case: Case, command: ConcludeMonitoring
) -> tuple[CaseEvent, ...]:
    """Once, and at any time after the warning was given."""
    proposal = find_proposal(case, command.warning)
    if not isinstance(proposal.matter, WarningMatter):
        raise refuse("not-a-warning", "This proposal is not a warning.", section=STAGE_1)
    require_owner_or(
        scene, case, (proposal.proposed_by,), "say what the monitoring period showed", STAGE_1
    )
    given = next((w for w in case.warnings if w.proposal == proposal.no), None)
    if given is None:
        raise refuse(
            "warning-not-given",
            "This warning has not been given, so there is nothing to look back on.",
            "Tell the customer first, and record when and how.",
            section=STAGE_1,
        )
    if given.outcome is not None:
        raise refuse(
            "already-concluded",
            f"It is already recorded that the behaviour {given.outcome}.",
            "If something happened since, report it as a new incident.",
            section=STAGE_1,
        )
    require_length(command.note, "note", "the note")
    return (MonitoringConcluded(proposal.no, command.outcome, command.note.strip()),)
