"""All that can be read in a message. Integrations put much of it into blocks and attachments."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from adapters.chat.heard import gathered
from adapters.chat.payloads import Body, mappings, optional_text
from adapters.slack.reading.message import readable

_READ: Final = (
    "pretext",
    "author_name",
    "title",
    "text",
    "description",
    "alt_text",
    "fields",
    "value",
    "elements",
    "rows",
    "blocks",
    "message_blocks",
    "message",
    "footer",
    "fallback",
)
"""The parts of blocks and attachments that hold words, in the order they are read."""
_LINES: Final = frozenset({"rich_text_section", "rich_text_preformatted", "rich_text_quote"})
_PRESSED: Final = "action_id"
"""What has one is a button or a menu, whose value is not for reading."""
_DEEPEST: Final = 20


def message_text(message: Body) -> str:
    """Bounded by ``adapters.chat.heard.MOST``."""
    return gathered(_parts(message))


def _parts(message: Body) -> Iterator[str]:
    text = readable(optional_text(message, "text"))
    yield text
    blocks = mappings(message, "blocks")
    if not text or any(block.get("type") != "rich_text" for block in blocks):
        yield from _words(blocks, 0)
    for attachment in mappings(message, "attachments"):
        if not _is_preview(attachment):
            yield from _words(attachment, 0)
    for file in mappings(message, "files"):
        if file.get("mode") == "email" or file.get("filetype") == "email":
            yield from _mail(file)


def _is_preview(attachment: Body) -> bool:
    """Of a page that the message links to, unless it is a message that somebody shares."""
    return bool(attachment.get("from_url")) and not attachment.get("is_share")


def _words(part: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(part, str):
        yield readable(part)
    elif isinstance(part, list):
        for each in part:
            yield from _words(each, depth + 1)
    elif isinstance(part, Mapping) and str(part.get("type")) in _LINES:
        yield "".join(_inline(each) for each in _mappings(part.get("elements")))
    elif isinstance(part, Mapping) and _PRESSED not in part:
        for key in _READ:
            yield from _words(part.get(key), depth + 1)


def _inline(element: Body) -> str:
    """A piece of a line that was typed; only here nothing is escaped."""
    text, url = element.get("text"), element.get("url")
    shown = text if isinstance(text, str) else ""
    if isinstance(url, str) and url.removeprefix("mailto:").removeprefix("tel:") != shown:
        return f"{shown} ({url})" if shown else url
    return shown or " "


def _mail(file: Body) -> Iterator[str]:
    """A mail that a mailbox forwards to the channel. To whom it went is us."""
    for sender in _mappings(file.get("from")):
        yield _first(sender, "original", "address")
    for headers in _mappings([file.get("headers")]):
        yield _first(headers, "reply_to")
    yield _first(file, "subject", "title")
    yield _first(file, "plain_text", "preview_plain_text")


def _mappings(found: object) -> list[Body]:
    """What Slack may change any day is left out rather than refused."""
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _first(part: Body, *keys: str) -> str:
    texts = (part.get(key) for key in keys)
    return next((text for text in texts if isinstance(text, str) and text), "")
