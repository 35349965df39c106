"""Makes any text safe to show in Slack.

Everything is shown as ``plain_text``, where nothing can become a mention, a link or formatting.
Only words that hold no sign Slack could read as markup are set in bold ``mrkdwn``, with entities.
"""

import re
from typing import Any, Final

from adapters.chat.text import EMPTY, longest, one_newline, reorders
from adapters.chat.text import shown as text_shown

TextObject = dict[str, Any]

_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_HARMLESS: Final = re.compile(
    r"[^\W_](?:[^\W_]|: |(?<=\d):\d\d(?!\S*:)|[ ,.;'’()/£%?!+–—-])*(?: (?:<[a-z, ]+>|\[[a-z, ]+]))?"
)
"""Neither a colon before a blank nor one in a time of day begins an emoji. A command may end with
its ``<placeholder>``."""


def size(text: str) -> int:
    """The length of ``text`` in UTF-16 units, the largest count any reader could make of it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def safe(text: str) -> str:
    """``text`` as it can be shown, with entities."""
    return text_shown(text).translate(_ENTITIES)


def fitted(text: str, limit: int) -> str:
    """``text`` made safe and, if need be, cut to at most ``limit`` with an ellipsis."""
    shown = safe(text)
    if size(shown) <= limit:
        return shown
    end = longest(text, limit, lambda part: safe(part.rstrip() + "…"), size)
    return safe(text[:end].rstrip() + "…")


def plain(text: str, limit: int) -> TextObject:
    """A ``plain_text`` object; an empty text becomes a dash, for Slack takes no empty ones."""
    shown = fitted(text, limit)
    return {"type": "plain_text", "text": shown if shown.strip() else EMPTY, "emoji": False}


def strong(text: str, limit: int) -> TextObject:
    """Bold where the words are harmless, plain otherwise."""
    if _HARMLESS.fullmatch(text) and not text.endswith(" ") and not reorders(text):
        shown = f"*{safe(text)}*"
        if size(shown) <= limit:
            return {"type": "mrkdwn", "text": shown, "verbatim": True}
    return plain(text, limit)


def pieces(text: str, limit: int) -> list[str]:
    """``text`` in parts that each fit ``limit`` when made safe, parted between words if it can."""
    parts: list[str] = []
    rest = one_newline(text).strip("\n")
    while rest.strip():
        end = longest(rest, limit, safe, size)
        if end < len(rest):
            end = _seam(rest, end)
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip("\n")
    return [part for part in parts if part]


def _seam(text: str, end: int) -> int:
    """The last line or word border in the second half of the first ``end`` characters."""
    for border in ("\n", " "):
        at = text.rfind(border, end // 2, end + 1)
        if at > 0:
            return at + 1 if at < end else at
    return end
