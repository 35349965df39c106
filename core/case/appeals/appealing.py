"""A customer challenges a decision, once at stage 2 and once at stage 5 (Appeals)."""

from core.case.appeals.appeal_effects import appeal_effects
from core.case.authority.appeal_handling import appeal_objection, handlers
from core.case.authority.owners import require_owner_or
from core.case.checks import is_before, require_past, require_text
from core.case.commands import DecideAppeal, RaiseAppeal
from core.case.events import AppealDecided, AppealRaised, CaseEvent
from core.case.finding import find_appeal, find_proposal
from core.case.proposals import DisengagementMatter, SanctionsMatter
from core.case.scene import Scene
from core.case.sections import APPEALS
from core.case.state import Case, Proposal, ProposalStatus
from core.vocabulary.calendar import working_days_after
from core.vocabulary.refusal import Refused, refuse
from core.vocabulary.wording import say_moment


def raise_appeal(scene: Scene, case: Case, command: RaiseAppeal) -> tuple[CaseEvent, ...]:
    """It reaches someone who was not involved, with the day by which it is answered."""
    decision = find_proposal(case, command.decision, "decision")
    stage = require_appealable(scene, case, decision)
    makers = [staff for staff in (decision.proposed_by, decision.decided_by) if staff]
    require_owner_or(scene, case, makers, "record that the customer appeals", APPEALS)
    require_text(command.grounds, "grounds", "why the customer disagrees")
    require_past(scene, command.raised_at, "raised_at")
    _require_after_decision(scene, decision, command)
    able = handlers(scene, decision)
    if not able:
        grade = scene.policy.grade_label(scene.policy.appeals.minimum_grade)
        raise refuse(
            "no-appeal-handler",
            f"Nobody of the grade {grade} or above can answer this appeal who was not involved "
            "in the decision.",
            "Ask an administrator to complete the line managers in the staff directory.",
            section=APPEALS,
        )
    day = scene.policy.day_of(command.raised_at)
    answer_by = working_days_after(scene.calendar, day, scene.policy.appeals.working_days)
    grounds = command.grounds.strip()
    raised_at = command.raised_at
    return (AppealRaised(decision.no, stage, grounds, raised_at, able[0].id, answer_by),)


def decide_appeal(scene: Scene, case: Case, command: DecideAppeal) -> tuple[CaseEvent, ...]:
    """What it changes takes effect through the same events as any other decision."""
    appeal = find_appeal(case, command.appeal)
    if refusal := appeal_objection(scene, case, appeal):
        raise Refused(refusal)
    require_text(command.reasons, "reasons", "why the appeal is decided so")
    effects = appeal_effects(scene, case, appeal, command)
    return (AppealDecided(appeal.no, command.outcome, command.reasons.strip()), *effects)


def require_appealable(scene: Scene, case: Case, decision: Proposal) -> int:
    """The stage of the policy at which ``decision`` was made; raises ``Refused``."""
    stage = _stage(decision)
    if stage not in scene.policy.appeals.stages:
        raise _no("not-appealable", "The policy allows no challenge to a decision of this sort.")
    if decision.status is not ProposalStatus.APPROVED:
        raise _no("nothing-to-appeal", "Nothing was decided here that the customer can challenge.")
    if any(appeal.stage == stage for appeal in case.appeals.values()):
        raise refuse(
            "already-appealed",
            f"The customer has challenged a decision at stage {stage} of this case before. They "
            "can do this only once.",
            "Tell the customer so. What is in force is still reviewed.",
            section=APPEALS,
            field="decision",
        )
    return stage


def _stage(decision: Proposal) -> int:
    match decision.matter:
        case SanctionsMatter():
            return 2
        case DisengagementMatter():
            return 5
    return 0


def _require_after_decision(scene: Scene, decision: Proposal, command: RaiseAppeal) -> None:
    decided_at = decision.decided_at
    if decided_at and is_before(command.raised_at, decided_at):
        raise refuse(
            "raised-before-decision",
            f"This was decided on {say_moment(decided_at, scene.policy.zone)}. It cannot have "
            "been challenged before.",
            "Enter when the customer challenged the decision.",
            section=APPEALS,
            field="raised_at",
        )


def _no(rule: str, message: str) -> Refused:
    return refuse(rule, message, section=APPEALS, field="decision")
