"""Makes any text safe to show in Teams.

Everything is shown as a ``TextRun``, where no Markdown is read. Only the date templates that
renderers fill in everywhere, and mentions, have to be broken. Words that hold no sign Markdown
could read may stand in a ``TextBlock``, which alone can be a heading.
"""

import re
from typing import Final

from adapters.chat.text import longest, reorders
from adapters.chat.text import shown as text_shown

_TEMPLATES: Final = re.compile(r"\{(?=\{)|\$(?=\{)|<(?=/?at\b)", re.IGNORECASE)
_HARMLESS: Final = re.compile(r"[^\W_](?:[^\W_]|[ ,;:'’“”()/£%?!–—…-])*")
_NUMBERED: Final = re.compile(r"\d+[.)]?(\s|$)")
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~&])")
_BREAK: Final = "\u2060"


def safe(text: str) -> str:
    """``text`` as it can be shown, with templates and mentions broken."""
    return _TEMPLATES.sub(lambda match: match[0] + _BREAK, text_shown(text))


def fitted(text: str, limit: int) -> str:
    """One line made safe and, if need be, cut to at most ``limit`` with an ellipsis."""
    shown = safe(" ".join(text.split()))
    if len(shown) <= limit:
        return shown
    end = longest(shown, limit, lambda part: safe(part.rstrip() + "…"))
    return safe(shown[:end].rstrip() + "…")


def is_harmless(text: str) -> bool:
    """Whether Markdown would show ``text`` as it stands."""
    plain = _HARMLESS.fullmatch(text) is not None and not text.endswith(" ")
    return plain and not reorders(text) and not _NUMBERED.match(text)


def marked_down(text: str) -> str:
    """For the few places where renderers read Markdown and nothing else can be used."""
    return _MARKDOWN.sub(r"\\\1", safe(text))
