"""What is proposed, laid out for the person who decides. One file for each family."""

from bot.conversation.cards.matters import disengaging, stages
from bot.conversation.cards.painting import Painting
from bot.views.card import Block
from core.case.proposals import (
    DisengagementMatter,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    SanctionsMatter,
    WarningMatter,
)


def matter_blocks(painting: Painting, matter: Matter) -> tuple[Block, ...]:
    match matter:
        case WarningMatter():
            return stages.warning(matter)
        case SanctionsMatter():
            return stages.sanctions(painting, matter)
        case ReviewMatter():
            return stages.review(painting, matter)
        case DisengagementMatter():
            return disengaging.disengagement(painting, matter)
        case DisengagementReviewMatter():
            return disengaging.review(painting, matter)
        case ExtensionMatter():
            return disengaging.extension(painting, matter)
