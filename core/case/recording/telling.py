"""Recording that the customer was told of a decision, in writing (stages 2, 5 and 7; Appeals)."""

from datetime import datetime

from core.case.authority.owners import require_owner_or
from core.case.checks import is_before, require_means, require_past
from core.case.commands import RecordCustomerTold
from core.case.duties.owing import awaits_telling
from core.case.events import CaseEvent, CustomerTold
from core.case.finding import find_proposal
from core.case.proposals import WarningMatter
from core.case.scene import Scene
from core.case.sections import PROCESS
from core.case.state import Appeal, Case, Proposal
from core.vocabulary.ids import StaffId
from core.vocabulary.refusal import Refused, refuse
from core.vocabulary.wording import listed, lower_first, say_moment


def record_customer_told(
    scene: Scene, case: Case, command: RecordCustomerTold
) -> tuple[CaseEvent, ...]:
    """By the owner, or whoever proposed or decided it."""
    decided_at, makers = _decision(case, command)
    require_owner_or(scene, case, makers, "record that the customer was told", PROCESS)
    _require_written(scene, command.means)
    require_past(scene, command.told_at, "told_at")
    if is_before(command.told_at, decided_at):
        raise refuse(
            "told-before-decision",
            f"This was decided on {say_moment(decided_at, scene.policy.zone)}. "
            "The customer cannot have been told before.",
            "Enter when the customer was told after the decision.",
            section=PROCESS,
            field="told_at",
        )
    return (CustomerTold(command.decision, command.told_at, command.means),)


def _decision(case: Case, command: RecordCustomerTold) -> tuple[datetime, tuple[StaffId, ...]]:
    """When it was decided, and who had a hand in it. Refuses one that is not to be told."""
    if appeal := case.appeals.get(command.decision):
        return _of_appeal(appeal)
    return _of_proposal(case, find_proposal(case, command.decision))


def _of_appeal(appeal: Appeal) -> tuple[datetime, tuple[StaffId, ...]]:
    if appeal.told_at is not None:
        raise _told_already()
    if appeal.decided_at is None:
        raise _nothing_to_tell("This appeal has not been decided yet.")
    return appeal.decided_at, _known(appeal.handler, appeal.decided_by)


def _of_proposal(case: Case, proposal: Proposal) -> tuple[datetime, tuple[StaffId, ...]]:
    if isinstance(proposal.matter, WarningMatter):
        raise refuse(
            "record-the-warning",
            "The customer is told of a warning by being warned.",
            "Record that the warning was given instead.",
            section=PROCESS,
        )
    if proposal.told_at is not None:
        raise _told_already()
    if not awaits_telling(case, proposal) or proposal.decided_at is None:
        raise _nothing_to_tell("Nothing was decided here of which the customer must be told.")
    return proposal.decided_at, _known(proposal.proposed_by, proposal.approver, proposal.decided_by)


def _require_written(scene: Scene, means: str) -> None:
    require_means(scene, means)
    known = scene.policy.means_of(means)
    if known is None or not known.is_written:
        written = (lower_first(m.label) for m in scene.policy.means if m.is_written)
        raise refuse(
            "not-in-writing",
            "The customer must be told in writing of the decision, its reasons, its length, its "
            "review date and how to challenge it.",
            f"Choose {listed(written, 'or')}.",
            section=PROCESS,
            field="means",
        )


def _known(*staff: StaffId | None) -> tuple[StaffId, ...]:
    return tuple(each for each in staff if each is not None)


def _told_already() -> Refused:
    return refuse("already-told", "It is already recorded that the customer was told.")


def _nothing_to_tell(message: str) -> Refused:
    return refuse("nothing-to-tell", message, section=PROCESS, field="decision")
