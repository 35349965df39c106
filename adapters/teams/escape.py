"""Makes any text safe to show in Teams.

Everything is shown as a ``TextRun``, where no Markdown is read. Only the date templates that
renderers fill in everywhere, and mentions, have to be broken. Words that hold no sign Markdown
could read may stand in a ``TextBlock``, which alone can be a heading.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_REORDERING: Final = frozenset(
    {"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}
)
_NEWLINES: Final = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_TEMPLATES: Final = re.compile(r"\{(?=\{)|\$(?=\{)|<(?=/?at\b)", re.IGNORECASE)
_HARMLESS: Final = re.compile(r"[^\W_](?:[^\W_]|[ ,;:'’“”()/£%?!–—…-])*")
_NUMBERED: Final = re.compile(r"\d+[.)]?(\s|$)")
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~&])")
_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f")
_BREAK: Final = "\u2060"
EMPTY: Final = "–"


def received(text: str) -> str:
    """Text as it can be kept: without NUL and halves of characters, all else as it was typed."""
    return _SURROGATES.sub("\ufffd", text.replace("\x00", ""))


def safe(text: str) -> str:
    """``text`` as it can be shown: no control characters, no templates, reordering contained."""
    tidy = _CONTROLS.sub("", _NEWLINES.sub("\n", _SURROGATES.sub("\ufffd", text)))
    if not tidy.isascii():
        tidy = "\n".join(_contained(line) for line in tidy.split("\n"))
    return _TEMPLATES.sub(lambda match: match[0] + _BREAK, tidy)


def fitted(text: str, limit: int) -> str:
    """One line made safe and, if need be, cut to at most ``limit`` with an ellipsis."""
    shown = safe(" ".join(text.split()))
    if len(shown) <= limit:
        return shown
    end = _longest(shown, limit, lambda part: safe(part.rstrip() + "…"))
    return safe(shown[:end].rstrip() + "…")


def is_harmless(text: str) -> bool:
    """Whether Markdown would show ``text`` as it stands."""
    plain = _HARMLESS.fullmatch(text) is not None and not text.endswith(" ")
    return plain and not _reorders(text) and not _NUMBERED.match(text)


def marked_down(text: str) -> str:
    """For the few places where renderers read Markdown and nothing else can be used."""
    return _MARKDOWN.sub(r"\\\1", safe(text))


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
    return not text.isascii() and any(unicodedata.bidirectional(c) in _REORDERING for c in text)


def _longest(text: str, limit: int, shown: Callable[[str], str]) -> int:
    """How much of the start of ``text`` fits ``limit`` when shown; at least one character."""
    low, high = 1, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        if len(shown(text[:middle])) <= limit:
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
