"""Recording that the customer was warned (stage 1)."""

from datetime import timedelta

from core.case.authority.owners import require_owner_or
from core.case.checks import is_before, require_means, require_past
from core.case.commands import RecordWarningGiven
from core.case.events import CaseEvent, WarningGiven
from core.case.finding import find_proposal
from core.case.proposals import WarningMatter
from core.case.scene import Scene
from core.case.sections import PROCESS, STAGE_1
from core.case.state import Case, Proposal, ProposalStatus
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import say_moment


def record_warning_given(
    scene: Scene, case: Case, command: RecordWarningGiven
) -> tuple[CaseEvent, ...]:
    """The monitoring period runs from the day, where the public body works, it was given on."""
    proposal = find_proposal(case, command.proposal)
    if not isinstance(proposal.matter, WarningMatter):
        raise refuse("not-a-warning", "This proposal is not a warning.", section=STAGE_1)
    act = "record that this warning was given"
    require_owner_or(scene, case, (proposal.proposed_by,), act, STAGE_1)
    _require_approved(case, proposal)
    require_means(scene, command.means)
    require_past(scene, command.given_at, "given_at")
    _require_after_approval(scene, proposal, command)
    day = scene.policy.day_of(command.given_at)
    monitor_until = day + timedelta(days=proposal.matter.monitoring_days)
    return (WarningGiven(proposal.no, command.given_at, command.means, monitor_until),)


def _require_approved(case: Case, proposal: Proposal) -> None:
    if proposal.status is not ProposalStatus.APPROVED:
        raise refuse(
            "not-approved",
            "This warning has not been approved, so it cannot be given.",
            "Wait for the approval, then tell the customer.",
            section=PROCESS,
        )
    if any(warning.proposal == proposal.no for warning in case.warnings):
        raise refuse("already-given", "It is already recorded that this warning was given.")


def _require_after_approval(scene: Scene, proposal: Proposal, command: RecordWarningGiven) -> None:
    approved_at = proposal.decided_at
    if approved_at and is_before(command.given_at, approved_at):
        raise refuse(
            "given-before-approval",
            f"The warning was approved on {say_moment(approved_at, scene.policy.zone)}. "
            "It cannot have been given before.",
            "Enter when the customer was told after the approval.",
            section=PROCESS,
            field="given_at",
        )
