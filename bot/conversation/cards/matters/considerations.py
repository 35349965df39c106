"""What was thought of before a sanction or a disengagement, for whoever decides about it."""

from bot.views.card import Block, Heading, Quote
from core.case.proposals import Considerations


def considered(considerations: Considerations) -> tuple[Block, ...]:
    """Nothing for what was proposed before these were asked for."""
    asked = (
        ("Adjustments and vulnerability", considerations.adjustments),
        ("Why it is proportionate", considerations.proportionality),
    )
    return tuple(block for title, text in asked if text for block in (Heading(title), Quote(text)))
