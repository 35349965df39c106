"""Makes any text safe to show in Slack.

Everything is shown as ``plain_text``, where nothing can become a mention, a link or formatting.
Only words that hold no sign Slack could read as markup are set in bold ``mrkdwn``.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Final

TextObject = dict[str, Any]

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_REORDERING: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of right-to-left scripts, and every character that sets a direction."""
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NEWLINES: Final = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_HARMLESS: Final = re.compile(r"[^\W_](?:[^\W_]|[ ,.;'’()/£%?!+–—-])*")
_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f")
EMPTY: Final = "–"


def size(text: str) -> int:
    """The length of ``text`` in UTF-16 units, the largest count any reader could make of it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def received(text: str) -> str:
    """Text as it can be kept: without NUL and halves of characters, all else as it was typed."""
    return _SURROGATES.sub("\ufffd", text.replace("\x00", ""))


def safe(text: str) -> str:
    """``text`` as it can be shown: no control characters, reordering contained, entities."""
    tidy = _CONTROLS.sub("", _NEWLINES.sub("\n", _SURROGATES.sub("\ufffd", text)))
    return isolated(tidy).translate(_ENTITIES)


def isolated(text: str) -> str:
    """``text`` so that it can stand among our own words on a line without reordering them."""
    if not _reorders(text):
        return text
    return "\n".join(_contained(line) for line in _NEWLINES.sub("\n", text).split("\n"))


def fitted(text: str, limit: int) -> str:
    """``text`` made safe and, if need be, cut to at most ``limit`` with an ellipsis."""
    shown = safe(text)
    if size(shown) <= limit:
        return shown
    end = _longest(text, limit, lambda part: safe(part.rstrip() + "…"))
    return safe(text[:end].rstrip() + "…")


def plain(text: str, limit: int) -> TextObject:
    """A ``plain_text`` object; an empty text becomes a dash, for Slack takes no empty ones."""
    shown = fitted(text, limit)
    return {"type": "plain_text", "text": shown if shown.strip() else EMPTY, "emoji": False}


def strong(text: str, limit: int) -> TextObject:
    """Bold where the words are harmless, plain otherwise."""
    if _HARMLESS.fullmatch(text) and not text.endswith(" ") and not _reorders(text):
        shown = f"*{text}*"
        if size(shown) <= limit:
            return {"type": "mrkdwn", "text": shown, "verbatim": True}
    return plain(text, limit)


def pieces(text: str, limit: int) -> list[str]:
    """``text`` in parts that each fit ``limit`` when made safe, parted between words if it can."""
    parts: list[str] = []
    rest = _NEWLINES.sub("\n", text).strip("\n")
    while rest.strip():
        end = _longest(rest, limit, safe)
        if end < len(rest):
            end = _seam(rest, end)
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip("\n")
    return [part for part in parts if part]


def _contained(line: str) -> str:
    """A line that could reorder what stands around it, in an isolate it cannot leave."""
    if not _reorders(line):
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


def _reorders(text: str) -> bool:
    return not text.isascii() and _REORDERING.search(text) is not None


def _longest(text: str, limit: int, shown: Callable[[str], str]) -> int:
    """How much of the start of ``text`` fits ``limit`` when shown; at least one character."""
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


def _joined(text: str, at: int) -> bool:
    """Whether cutting before ``at`` would take a visible character apart."""
    after, before = text[at], text[at - 1]
    return bool(unicodedata.combining(after)) or after in _JOINERS or before == "\u200d"


def _seam(text: str, end: int) -> int:
    """The last line or word border in the second half of the first ``end`` characters."""
    for border in ("\n", " "):
        at = text.rfind(border, end // 2, end + 1)
        if at > 0:
            return at + 1 if at < end else at
    return end
