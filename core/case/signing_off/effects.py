"""What follows from a matter once it is agreed."""

from core.case.events import CaseEvent
from core.case.matters import (
    disengagement_reviews,
    disengagements,
    extensions,
    reviews,
    sanctions,
)
from core.case.proposals import (
    DisengagementMatter,
    DisengagementReviewMatter,
    ExtensionMatter,
    ReviewMatter,
    SanctionsMatter,
    WarningMatter,
)
from core.case.state import Proposal


def effects(proposal: Proposal) -> tuple[CaseEvent, ...]:
    """For a matter that ``check_matter`` allowed."""
    match proposal.matter:
        case WarningMatter():
            return ()
        case SanctionsMatter() as matter:
            return sanctions.effects(proposal, matter)
        case ReviewMatter() as matter:
            return reviews.effects(proposal, matter)
        case DisengagementMatter() as matter:
            return disengagements.effects(proposal, matter)
        case DisengagementReviewMatter() as matter:
            return disengagement_reviews.effects(proposal, matter)
        case ExtensionMatter() as matter:
            return extensions.effects(proposal, matter)
