"""Reads chat messages as plain text, the way a person reads them."""

import html
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Final

from adapters.chat.payloads import Body, Malformed, mapping, mappings, optional_text, text
from adapters.chat.text import received
from adapters.teams.reading.payloads import Turn
from bot.views.answer import QuotedMessage

_LINES: Final = frozenset({"br", "p", "div", "li", "blockquote", "tr", "h1", "h2", "h3", "pre"})
_SILENT: Final = frozenset({"script", "style", "attachment"})
_LARGEST: Final = 200_000


def typed_command(turn: Turn, command: str) -> str:
    """What was asked of the bot: without mentions of it, and without the command's own name."""
    words = optional_text(turn.body, "text")
    for entity in mappings(turn.body, "entities"):
        if _is_of(entity, turn.bot):
            words = words.replace(optional_text(entity, "text") or "\0", " ")
    plain = " ".join(html.unescape(received(words)).split())
    named = re.compile(rf"/?{re.escape(command.lstrip('/'))}(?=\s|$)", re.IGNORECASE)
    return named.sub("", plain, count=1).strip() if named.match(plain) else plain.lstrip("/")


def mentions_us(turn: Turn) -> bool:
    return any(_is_of(entity, turn.bot) for entity in mappings(turn.body, "entities"))


def quoted(value: Body) -> QuotedMessage | None:
    """The message whose menu the extension was opened from; ``None`` elsewhere."""
    if value.get("messagePayload") is None:
        return None
    message = mapping(value, "messagePayload")
    content = optional_text(message, "body", "content")
    if optional_text(message, "body", "contentType") == "html":
        content = readable(content)
    return QuotedMessage(received(content), moment(message, "createdDateTime"))


def moment(body: Body, key: str) -> datetime:
    """In UTC where nothing else is told."""
    try:
        told = datetime.fromisoformat(text(body, key))
    except ValueError:
        raise Malformed(key) from None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def _is_of(entity: Body, user: str) -> bool:
    """Whether it is a mention of this user."""
    is_mention = entity.get("type") == "mention"
    return is_mention and bool(user) and optional_text(entity, "mentioned", "id") == user


def readable(content: str) -> str:
    """HTML as words and line breaks."""
    reader = _Reader()
    reader.feed(content[:_LARGEST])
    reader.end()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Keeps the words and the line breaks of a message."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def end(self) -> None:
        """What is left has no end, such as half a tag: it is words. The parser's own ``close``
        looks from each of its signs to the very end anew, which takes minutes for a long one.
        """
        left, self.rawdata = self.rawdata, ""
        self.handle_data(html.unescape(left))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _LINES:
            self.words.append("\n")
        elif tag in ("img", "emoji"):
            self.words.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _LINES and tag != "br":
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data.replace("\xa0", " ").replace("\n", " "))
