"""How a customer stands, in a few words that say nothing personal."""

from bot.conversation.words.sentences import counted
from core.vocabulary.wording import listed


def in_force_text(sanctions: int, disengagements: int) -> str:
    """``1 sanction and 1 disengagement in force``, ``nothing in force``."""
    parts = [
        counted(number, called)
        for number, called in ((sanctions, "sanction"), (disengagements, "disengagement"))
        if number
    ]
    return f"{listed(parts) or 'nothing'} in force"
