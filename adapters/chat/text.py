"""Text as people type it, made fit to be kept and to be shown on any platform."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

EMPTY: Final = "–"

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_REORDERING: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of right-to-left scripts, and every character that sets a direction."""
_NEWLINES: Final = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f")


def received(text: str) -> str:
    """Text as it can be kept: without NUL and halves of characters, all else as it was typed."""
    return _SURROGATES.sub("\ufffd", text.replace("\x00", ""))


def shown(text: str) -> str:
    """Text as it can be shown: no control characters, one kind of line break, reordering
    contained. What a platform reads as markup is still in it."""
    return isolated(_CONTROLS.sub("", one_newline(_SURROGATES.sub("\ufffd", text))))


def one_newline(text: str) -> str:
    return _NEWLINES.sub("\n", text)


def isolated(text: str) -> str:
    """``text`` so that it can stand among our own words on a line without reordering them."""
    if not reorders(text):
        return text
    return "\n".join(_contained(line) for line in one_newline(text).split("\n"))


def reorders(text: str) -> bool:
    """Whether it holds anything that could change the order of what stands around it."""
    return not text.isascii() and _REORDERING.search(text) is not None


def longest(
    text: str, limit: int, shown: Callable[[str], str], size: Callable[[str], int] = len
) -> int:
    """How much of the start of ``text`` fits ``limit`` when shown; at least one character.

    ``size``: of what is shown, in what ``limit`` counts.
    """
    low, high = 1, min(len(text), limit)
    if size(shown(text[:high])) <= limit:
        low = high
    while low < high:
        middle = (low + high + 1) // 2
        if size(shown(text[:middle])) <= limit:
            low = middle
        else:
            high = middle - 1
    while low > 1 and low < len(text) and _joined(text, low):
        low -= 1
    return low


def _contained(line: str) -> str:
    """A line that could reorder what stands around it, in an isolate it cannot leave."""
    if not reorders(line):
        return line
    kept: list[str] = []
    open_isolates = 0
    for char in line:
        if char in _ISOLATES:
            open_isolates += 1
        elif char == _POP:
            if not open_isolates:
                continue
            open_isolates -= 1
        kept.append(char)
    return _FIRST_STRONG + "".join(kept) + _POP * (open_isolates + 1)


def _joined(text: str, at: int) -> bool:
    """Whether cutting before ``at`` would take a visible character apart."""
    after, before = text[at], text[at - 1]
    return bool(unicodedata.combining(after)) or after in _JOINERS or before == "\u200d"
