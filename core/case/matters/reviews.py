"""Stage 4: a sanction is kept, changed or lifted."""

from core.case.checks import require_text
from core.case.events import CaseEvent, SanctionChanged, SanctionKept, SanctionLifted
from core.case.matters.review_dates import require_next_review
from core.case.proposals import ReviewMatter, ReviewOutcome
from core.case.scene import Scene
from core.case.sections import STAGE_4
from core.case.state import Case, Proposal, Sanction
from core.case.terms_rules import check_terms
from core.vocabulary.refusal import refuse


def check(scene: Scene, case: Case, matter: ReviewMatter) -> None:
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
        rule = scene.policy.review
        require_next_review(scene, rule, matter.next_review_on, "the sanction", STAGE_4)
    if matter.outcome is ReviewOutcome.CHANGE:
        _require_new_terms(scene, sanction, matter)
    elif matter.terms is not None:
        raise refuse(
            "terms-without-change",
            "New terms are only for a sanction that is changed.",
            section=STAGE_4,
            field="terms",
        )


def effects(proposal: Proposal, matter: ReviewMatter) -> tuple[CaseEvent, ...]:
    if matter.outcome is ReviewOutcome.LIFT:
        return (SanctionLifted(matter.sanction, proposal.no),)
    if matter.next_review_on is None:
        raise ValueError("nothing stays in force without a review date")
    review_on = matter.next_review_on
    if matter.terms is not None:
        return (SanctionChanged(matter.sanction, proposal.no, matter.terms, review_on),)
    return (SanctionKept(matter.sanction, proposal.no, review_on),)


def _require_new_terms(scene: Scene, sanction: Sanction, matter: ReviewMatter) -> None:
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
