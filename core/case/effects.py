"""What follows from a matter once it is agreed."""

from core.case.events import (
    CaseEvent,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
)
from core.case.proposals import ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.case.state import Proposal


def effects(proposal: Proposal) -> tuple[CaseEvent, ...]:
    """For a matter that ``check_matter`` allowed."""
    match proposal.matter:
        case WarningMatter():
            return ()
        case SanctionsMatter(sanctions=sanctions, review_on=review_on):
            return tuple(SanctionApplied(proposal.no, terms, review_on) for terms in sanctions)
        case ReviewMatter() as review:
            return (_review_effect(proposal, review),)
    raise NotImplementedError


def _review_effect(proposal: Proposal, review: ReviewMatter) -> CaseEvent:
    if review.outcome is ReviewOutcome.LIFT:
        return SanctionLifted(review.sanction, proposal.no)
    if review.next_review_on is None:
        raise ValueError("nothing stays in force without a review date")
    if review.terms is not None:
        return SanctionChanged(review.sanction, proposal.no, review.terms, review.next_review_on)
    return SanctionKept(review.sanction, proposal.no, review.next_review_on)
