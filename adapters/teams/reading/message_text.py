"""All that can be read in a message: what was typed, and the cards that somebody posted with it."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from adapters.chat.heard import gathered
from adapters.chat.payloads import Body, mappings, optional_text
from adapters.teams.reading.message import readable

_HTML: Final = "text/html"
_CARD: Final = "application/vnd.microsoft.card."
_MENTIONS: Final = re.compile(r"</?at\b[^<>]*>", re.IGNORECASE)
_READ: Final = (
    "title",
    "subtitle",
    "text",
    "facts",
    "value",
    "body",
    "items",
    "columns",
    "rows",
    "cells",
    "card",
    "fallbackText",
)
"""The parts of a card that hold words, in the order they are read."""
_PRESSED: Final = ("Action.", "Input.")
_DEEPEST: Final = 30


def message_text(body: Body) -> str:
    """Bounded by ``adapters.chat.heard.MOST``."""
    return gathered(_parts(body))


def _parts(body: Body) -> Iterator[str]:
    yield html.unescape(_MENTIONS.sub("", optional_text(body, "text"))).replace("\xa0", " ")
    for attachment in mappings(body, "attachments"):
        kind, content = optional_text(attachment, "contentType"), attachment.get("content")
        if kind == _HTML and isinstance(content, str):
            yield readable(content)
        elif kind.startswith(_CARD):
            yield from _words(content, 0)


def _words(part: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for each in part:
            yield from _words(each, depth + 1)
    elif isinstance(part, Mapping) and isinstance(part.get("inlines"), list):
        yield "".join(map(_run, part["inlines"]))
    elif isinstance(part, Mapping) and not str(part.get("type", "")).startswith(_PRESSED):
        for key in _READ:
            yield from _words(part.get(key), depth + 1)


def _run(run: Any) -> str:
    words = run.get("text") if isinstance(run, Mapping) else run
    return words if isinstance(words, str) else ""
