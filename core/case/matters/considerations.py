"""What is thought of before a sanction or a disengagement (Equality Act 2010; proportionate)."""

from core.case.checks import require_length
from core.case.proposals import Considerations
from core.case.sections import EQUALITY, PROCESS
from core.vocabulary.refusal import refuse


def require_considerations(considerations: Considerations) -> None:
    """Both must be written down; a refusal's field is the attribute."""
    if not considerations.adjustments.strip():
        raise refuse(
            "adjustments-missing",
            "Write which reasonable adjustments you considered, and whether the customer may be "
            "vulnerable.",
            "If none are needed, say how you know.",
            section=EQUALITY,
            field="adjustments",
        )
    require_length(considerations.adjustments, "adjustments", "what you considered")
    if not considerations.proportionality.strip():
        raise refuse(
            "proportionality-missing",
            "Write why this is proportionate: why nothing less would do.",
            section=PROCESS,
            field="proportionality",
        )
    require_length(considerations.proportionality, "proportionality", "why it is proportionate")
