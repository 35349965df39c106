"""Who was found, how sure it is that they are the customer, and why, in words."""

from collections.abc import Iterable
from typing import Final

from core.vocabulary.sought import Certainty

_CERTAINTY: Final = {
    Certainty.DEFINITE: "Found exactly",
    Certainty.LIKELY: "Likely match",
    Certainty.POSSIBLE: "Possible match",
}
NOBODY_FOUND: Final = (
    "Nobody was found by that. It is no proof that nothing is in force: they may be known to us "
    "by other details.",
    "Try what else you have: a reference, telephone number or mail address, their name with the "
    "postcode, another spelling or a former name. If nothing finds them, deal with the contact as "
    "with anyone's.",
)
"""What to say after a failed search, which proves nothing."""


def likeness_words(certainty: Certainty, reasons: Iterable[str]) -> str:
    """``Likely match: same postcode, surname one letter apart``."""
    told = ", ".join(reasons)
    return f"{_CERTAINTY[certainty]}: {told}" if told else _CERTAINTY[certainty]
