"""The blocks of a card, each as a group of Block Kit blocks that belong together."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from adapters.chat.text import EMPTY, isolated
from adapters.slack.rendering import limits
from adapters.slack.rendering.buttons import button, rows
from adapters.slack.rendering.escape import pieces, plain, size, strong
from bot.views.card import (
    Block,
    Bullets,
    Divider,
    Facts,
    Heading,
    Item,
    Note,
    Paragraph,
    Quote,
)

Json = dict[str, Any]
Group = list[Json]

_SHORT_FACT = 160
"""Values up to this long stand beside their label, longer ones below it."""


def groups(blocks: Sequence[Block]) -> list[Group]:
    """Long texts become several groups, so that a cut loses as little as it must."""
    counted = _counted(blocks)
    return list(chain.from_iterable(_groups(block, first) for block, first in counted))


def header(text: str) -> list[Json]:
    """A heading; one that is too long is repeated in full below."""
    head: Json = {"type": "header", "text": plain(text, limits.HEADER)}
    if size(text) <= limits.HEADER:
        return [head]
    return [head, *_sections(text)]


def _counted(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with how many buttons of items stand before it."""
    seen = 0
    for block in blocks:
        yield block, seen
        seen += len(block.buttons) if isinstance(block, Item) else 0


def _groups(block: Block, first: int) -> Iterator[Group]:
    match block:
        case Paragraph() | Quote() | Bullets():
            yield from ([section] for section in _sections(_words(block)))
        case Heading(text):
            yield header(text)
        case Facts(facts):
            yield from _facts(facts)
        case Item():
            yield _item(block, first)
        case Note(text):
            for part in pieces(text, limits.CONTEXT):
                yield [{"type": "context", "elements": [plain(part, limits.CONTEXT)]}]
        case Divider():
            yield [{"type": "divider"}]


def _words(block: Paragraph | Quote | Bullets) -> str:
    match block:
        case Paragraph(text):
            return text
        case Quote(text):
            return f"“{isolated(text)}”" if text.strip() else ""
        case Bullets(items):
            return "\n".join(f"• {isolated(item)}" for item in items if item.strip())


def _sections(text: str) -> list[Json]:
    return [
        {"type": "section", "text": plain(part, limits.TEXT)} for part in pieces(text, limits.TEXT)
    ]


def _facts(facts: Sequence[tuple[str, str]]) -> Iterator[Group]:
    """Label and value side by side, five pairs to a block; a long value below its label."""
    beside: list[Json] = []
    for label, value in facts:
        if size(value) > _SHORT_FACT:
            if beside:
                yield [{"type": "section", "fields": beside}]
                beside = []
            first, *rest = _sections(value) or [{"type": "section", "text": plain(EMPTY, 1)}]
            yield [{"type": "section", "text": strong(label, limits.TEXT)}, first]
            yield from ([section] for section in rest)
            continue
        beside += [strong(label, limits.FIELD), plain(value, limits.FIELD)]
        if len(beside) == limits.FIELDS:
            yield [{"type": "section", "fields": beside}]
            beside = []
    if beside:
        yield [{"type": "section", "fields": beside}]


def _item(item: Item, first: int) -> Group:
    """A single button stands beside the title, several in rows below."""
    title: Json = {"type": "section", "text": strong(item.title, limits.TEXT)}
    if len(item.buttons) == 1:
        title["accessory"] = button(item.buttons[0], first)
        return [title, *_sections(item.text)]
    return [title, *_sections(item.text), *rows(item.buttons, first)]
