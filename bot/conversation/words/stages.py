"""Where a case stands in the policy's stages, without anything personal."""

from bot.conversation.words.standing import in_force_text
from core.case.proposals import WarningMatter
from core.case.scene import Scene
from core.case.state import Case, GivenWarning, ProposalStatus
from core.vocabulary.wording import say_day


def stage_text(scene: Scene, case: Case) -> str:
    """``Stage 2: 1 sanction in force, to be reviewed (stage 4)``."""
    extreme = ". Extreme behaviour was reported" if case.is_extreme else ""
    return f"{_stage(scene, case)}{extreme}"


def _stage(scene: Scene, case: Case) -> str:
    text = in_force_text(len(case.in_force), len(case.disengaged))
    if case.disengaged:
        return f"Stage 5: {text}, to be reviewed (stage 7)"
    if case.in_force:
        return f"Stage 2: {text}, to be reviewed (stage 4)"
    if case.sanctions or case.disengagements:
        return f"Stage 4: {text} any more" if case.sanctions else f"Stage 7: {text} any more"
    if case.warnings:
        return f"Stage 1: {_warned(scene, case.warnings[-1])}"
    if _warning_to_give(case):
        return "Stage 1: a warning is approved, and the customer is to be told"
    return "Stage 1: recorded, and the customer has not been warned"


def _warned(scene: Scene, warning: GivenWarning) -> str:
    given = say_day(scene.policy.day_of(warning.given_at))
    if warning.outcome:
        return f"the customer was warned on {given}, and the behaviour {warning.outcome}"
    watch = "we watch" if warning.monitor_until >= scene.today else "we watched"
    return f"the customer was warned on {given}, and {watch} until {say_day(warning.monitor_until)}"


def _warning_to_give(case: Case) -> bool:
    return any(
        isinstance(proposal.matter, WarningMatter) and proposal.status is ProposalStatus.APPROVED
        for proposal in case.proposals.values()
    )
