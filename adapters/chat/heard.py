"""The words of a message that was not addressed to us, gathered from all its parts."""

from collections.abc import Iterable
from typing import Final

from adapters.chat.text import received

MOST: Final = 40_000
"""Characters of a message that are looked at: the most that a person can post in Slack."""
_MOST_PARTS: Final = 2000


def gathered(parts: Iterable[str]) -> str:
    """Every part once, each on lines of its own; no more of them than fits ``MOST``."""
    kept: dict[str, None] = {}
    length = 0
    for part in parts:
        words = received(part).strip()
        if words and words not in kept:
            kept[words] = None
            length += len(words) + 1
        if length >= MOST or len(kept) >= _MOST_PARTS:
            break
    return "\n".join(kept)[:MOST]
