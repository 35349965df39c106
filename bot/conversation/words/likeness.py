"""How sure it is that somebody is the customer, and why, in words."""

from collections.abc import Iterable
from typing import Final

from core.vocabulary.sought import Certainty

_CERTAINTY: Final = {
    Certainty.DEFINITE: "Found exactly",
    Certainty.LIKELY: "Likely match",
    Certainty.POSSIBLE: "Possible match",
}


def likeness_words(certainty: Certainty, reasons: Iterable[str]) -> str:
    """``Likely match: same postcode, surname one letter apart``."""
    told = ", ".join(reasons)
    return f"{_CERTAINTY[certainty]}: {told}" if told else _CERTAINTY[certainty]
