"""Reads a chat message as plain text, the way a person reads it."""

import re
from datetime import UTC, datetime

from adapters.chat.payloads import Body, Malformed, mapping, optional_text, text
from adapters.chat.text import received
from bot.views.answer import QuotedMessage

_ANGLES = re.compile(r"<([^<>]*)>")


def quoted(body: Body) -> QuotedMessage:
    """The message a message shortcut was used on."""
    message = mapping(body, "message")
    return QuotedMessage(readable(optional_text(message, "text")), moment(text(message, "ts")))


def moment(ts: str) -> datetime:
    """When the message of this timestamp was sent."""
    try:
        return datetime.fromtimestamp(float(ts), UTC)
    except (ValueError, OverflowError, OSError):
        raise Malformed("ts") from None


def readable(marked: str) -> str:
    """Slack's markup for mentions, links and entities as the words it stands for."""
    return unescaped(_ANGLES.sub(lambda match: _words(match[1]), received(marked)))


def unescaped(text: str) -> str:
    """Slack escapes these three characters and no other."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _words(inside: str) -> str:
    target, _, label = inside.partition("|")
    if target[:1] in ("@", "#"):
        return target[0] + (label or target[1:])
    if target.startswith("!"):
        return label or "@" + target[1:].split("^")[0]
    bare = re.sub(r"^(mailto|tel):", "", target)
    return f"{label} ({bare})" if label and label != bare else bare
