"""What telephone systems write where a caller shows no number."""

import re
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z /().-]*")
_STATES: Final = frozenset((
    "anonymous", "available", "blocked", "hidden", "none", "private", "restricted", "unavailable",
    "unknown", "withheld",
))  # fmt: skip
_ABOUT: Final = frozenset(("call", "caller", "id", "is", "no", "not", "number", "the", "was"))


def says_no_number(text: str) -> bool:
    """For ``withheld``, ``Private number``, ``No caller ID``, ``n/a``, and for blanks."""
    if not _PLAIN.fullmatch(text):
        return False
    words = re.findall(r"[a-z]+", text.lower())
    if not words or words == ["n", "a"]:
        return True
    if not _STATES.union(_ABOUT).issuperset(words):
        return False
    return not _STATES.isdisjoint(words) or (words[0] == "no" and len(words) > 1)
