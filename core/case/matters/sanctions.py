"""Stage 2: intermediate sanctions, after a warning that did not help or for extreme behaviour."""

from core.case.checks import require_text
from core.case.events import CaseEvent, SanctionApplied
from core.case.extreme import require_extreme
from core.case.matters.considerations import require_considerations
from core.case.matters.review_dates import require_review_date
from core.case.proposals import Grounds, SanctionsMatter
from core.case.scene import Scene
from core.case.sections import SCOPE, STAGE_2, STAGE_4, STAGES_1_AND_2
from core.case.state import Case, Proposal
from core.case.terms_rules import check_terms
from core.case.weighing.stage import continued_after_warning
from core.vocabulary.refusal import refuse


def check(scene: Scene, case: Case, matter: SanctionsMatter) -> None:
    if matter.grounds is Grounds.EXTREME:
        require_extreme(case)
    else:
        _require_warning(case)
    _require_sanctions(scene, case, matter)
    require_text(matter.reasons, "reasons", "why sanctions are needed")
    require_efforts(matter.efforts, "Sanctions are")
    require_considerations(matter.considerations)
    require_review_date(scene, scene.policy.review, matter.review_on, "review_on", STAGE_4)


def effects(proposal: Proposal, matter: SanctionsMatter) -> tuple[CaseEvent, ...]:
    return tuple(
        SanctionApplied(proposal.no, terms, matter.review_on) for terms in matter.sanctions
    )


def require_efforts(efforts: str, measure: str) -> None:
    """``measure``: what needs them, with its verb, as in ``Sanctions are``."""
    if not efforts.strip():
        raise refuse(
            "efforts-missing",
            "Say which reasonable efforts and alternatives were tried before.",
            f"{measure} only for when all reasonable efforts have been made.",
            section=SCOPE,
            field="efforts",
        )
    require_text(efforts, "efforts", "what was tried before")


def _require_warning(case: Case) -> None:
    if not case.warnings:
        raise refuse(
            "warning-first",
            "The customer has not been warned yet. Sanctions come only after a warning.",
            "Propose a warning: explain what is unacceptable, ask for it to change, and give "
            "the customer the opportunity to improve.",
            section=STAGES_1_AND_2,
        )
    if not continued_after_warning(case):
        raise refuse(
            "behaviour-not-continued",
            "No incident has happened since the customer was warned.",
            "If the behaviour continues, report the new incident and then propose sanctions.",
            section=STAGES_1_AND_2,
        )


def _require_sanctions(scene: Scene, case: Case, matter: SanctionsMatter) -> None:
    if not matter.sanctions:
        raise refuse(
            "sanction-missing", "Choose at least one sanction.", section=STAGE_2, field="sanctions"
        )
    in_force = {sanction.terms.code for sanction in case.in_force}
    seen: set[str] = set()
    for sanction in matter.sanctions:
        check_terms(scene, sanction)
        rule = scene.policy.sanction(sanction.code)
        label = rule.label if rule else sanction.code
        if sanction.code in seen:
            raise refuse("sanction-twice", f"Named twice: {label}.", field="sanctions")
        if sanction.code in in_force:
            raise refuse(
                "already-in-force",
                f"Already in force for this customer: {label}.",
                "To change its terms, review it.",
                section=STAGE_4,
                field="sanctions",
            )
        seen.add(sanction.code)
