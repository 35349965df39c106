"""What must be so for a matter to be put to a second person, and again when it is approved."""

from datetime import date
from typing import Final

from core.case.checks import require_text
from core.case.proposals import (
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.scene import Scene
from core.case.sections import SCOPE, STAGE_1, STAGE_2, STAGE_4, STAGES_1_AND_2
from core.case.stage import continued_after_warning
from core.case.state import Case
from core.case.terms_rules import check_terms
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import say_day

LONGEST_MONITORING: Final = 365


def check_matter(scene: Scene, case: Case, matter: Matter) -> None:
    """Raises ``Refused`` where the policy does not allow it as things stand now."""
    match matter:
        case WarningMatter():
            _check_warning(case, matter)
        case SanctionsMatter():
            _check_sanctions(scene, case, matter)
        case ReviewMatter():
            _check_review(scene, case, matter)


def _check_warning(case: Case, matter: WarningMatter) -> None:
    if not case.incidents:
        raise refuse(
            "incident-first",
            "There is no incident in this case to warn about.",
            "Report what happened first.",
            section=STAGE_1,
        )
    require_text(matter.explanation, "explanation", "why the behaviour is unacceptable")
    require_text(matter.request, "request", "what we ask the customer to change")
    if not 1 <= matter.monitoring_days <= LONGEST_MONITORING:
        raise refuse(
            "monitoring-days",
            f"The time we watch must be from 1 to {LONGEST_MONITORING} days.",
            section=STAGE_1,
            field="monitoring_days",
        )


def _check_sanctions(scene: Scene, case: Case, matter: SanctionsMatter) -> None:
    _require_warning(case)
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
    require_text(matter.reasons, "reasons", "why sanctions are needed")
    if not matter.efforts.strip():
        raise refuse(
            "efforts-missing",
            "Say which reasonable efforts and alternatives were tried before.",
            "Sanctions are only for when all reasonable efforts have been made.",
            section=SCOPE,
            field="efforts",
        )
    require_text(matter.efforts, "efforts", "what was tried before")
    _require_review_date(scene, matter.review_on, "review_on")


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


def _check_review(scene: Scene, case: Case, matter: ReviewMatter) -> None:
    sanction = case.sanctions.get(matter.sanction)
    if sanction is None or not sanction.in_force:
        raise refuse(
            "not-in-force",
            "This sanction is not in force, so there is nothing to review.",
            section=STAGE_4,
            field="sanction",
        )
    require_text(matter.reasons, "reasons", "what the review found")
    if matter.outcome is not ReviewOutcome.LIFT:
        _require_next_review(scene, matter.next_review_on)
    if matter.outcome is not ReviewOutcome.CHANGE:
        if matter.terms is not None:
            raise refuse(
                "terms-without-change",
                "New terms are only for a sanction that is changed.",
                section=STAGE_4,
                field="terms",
            )
        return
    if matter.terms is None or matter.terms.code != sanction.terms.code:
        raise refuse(
            "terms-missing",
            "Say what the new terms of this sanction are.",
            "For another sanction, lift this one and propose the other.",
            section=STAGE_4,
            field="terms",
        )
    if matter.terms == sanction.terms:
        raise refuse(
            "nothing-changed",
            "The new terms are the same as those in force.",
            "Change them, or keep the sanction.",
            section=STAGE_4,
            field="terms",
        )
    check_terms(scene, matter.terms)


def _require_next_review(scene: Scene, day: date | None) -> None:
    if day is None:
        raise refuse(
            "review-date-missing",
            "Say when the sanction is reviewed next.",
            "Nothing is in force without a review date.",
            section=STAGE_4,
            field="next_review_on",
        )
    _require_review_date(scene, day, "next_review_on")


def _require_review_date(scene: Scene, day: date, field: str) -> None:
    if day <= scene.today:
        raise refuse(
            "review-date-past",
            f"The review date must be after today, {say_day(scene.today)}.",
            section=STAGE_4,
            field=field,
        )
    latest = scene.policy.review.latest_date(scene.today)
    if day > latest:
        raise refuse(
            "review-date-late",
            f"The review must be on {say_day(latest)} at the latest.",
            "Sanctions should not continue indefinitely without review.",
            section=STAGE_4,
            field=field,
        )
