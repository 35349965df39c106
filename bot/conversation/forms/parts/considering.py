"""What is thought of before a sanction or a disengagement, asked alike by both forms."""

from typing import Final

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.views.form import Field
from core.case.proposals import Considerations

LIMIT: Final = 1500


def asked() -> tuple[Field, ...]:
    return (
        fields.words(
            "adjustments",
            "Which adjustments did you consider?",
            limit=LIMIT,
            hint="Equality Act 2010: reasonable adjustments, and whether the customer may be "
            "vulnerable. If none are needed, say how you know.",
        ),
        fields.words(
            "proportionality",
            "Why is this proportionate?",
            limit=LIMIT,
            hint="Why nothing less would do.",
        ),
    )


def read(reading: Reading) -> Considerations:
    return Considerations(
        adjustments=reading.text(
            "adjustments", "Say which adjustments you considered.", limit=LIMIT
        ),
        proportionality=reading.text(
            "proportionality", "Say why this is proportionate.", limit=LIMIT
        ),
    )
