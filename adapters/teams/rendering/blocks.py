"""The blocks of a card, each as a group of elements that belong together."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

from adapters.chat.text import EMPTY
from adapters.teams.rendering import limits
from adapters.teams.rendering.buttons import Room, action_set
from adapters.teams.rendering.escape import fitted, safe
from adapters.teams.rendering.text import heading, line, lines, run
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


def groups(blocks: Sequence[Block], room: Room) -> list[Group]:
    """Long texts become several groups, so that a cut loses as little as it must."""
    shown = list(chain.from_iterable(_groups(block, room) for block in blocks))
    return _divided(shown)


def _groups(block: Block, room: Room) -> Iterator[Group]:
    match block:
        case Paragraph(text):
            yield from _each(lines(text))
        case Heading(text):
            yield [{**heading(text, "Medium"), "spacing": "Large"}]
        case Quote(text):
            yield from _each(lines(text), _set_apart)
        case Facts(facts):
            yield from ([fact] for fact in chain.from_iterable(_fact(*pair) for pair in facts))
        case Bullets(items):
            shown = chain.from_iterable(lines(item, before="• ") for item in items)
            yield from _each([{**element, "spacing": "Small"} for element in shown])
        case Item():
            yield _item(block, room)
        case Note(text):
            yield from _each(lines(text, size="Small", isSubtle=True))
        case Divider():
            yield [{"type": "divider"}]


def _each(elements: list[Json], shown: Callable[[Json], Json] = lambda e: e) -> Iterator[Group]:
    yield from ([shown(element)] for element in elements)


def _set_apart(element: Json) -> Json:
    return {
        "type": "Container",
        "style": "emphasis",
        "spacing": element.get("spacing", "Default"),
        "items": [{**element, "spacing": "None"}],
    }


def _fact(label: str, value: str) -> list[Json]:
    """Label and value in one line; the further lines of a long value below."""
    name = fitted(label, limits.LABEL)
    first, *rest = safe(value).strip("\n").split("\n")
    shown = line(run(f"{name}: ", weight="Bolder"), run(first or EMPTY), spacing="Small")
    return [shown, *lines("\n".join(rest))] if rest else [shown]


def _item(item: Item, room: Room) -> Group:
    title = {**heading(item.title, "Default"), "spacing": "Medium"}
    return [title, *lines(item.text), *action_set(item.buttons, room)]


def _divided(shown: Sequence[Group]) -> list[Group]:
    """A divider is a line above whatever follows it."""
    kept: list[Group] = []
    is_divided = False
    for group in shown:
        if group[0].get("type") == "divider":
            is_divided = True
            continue
        first, *rest = group
        kept.append([{**first, "separator": True}, *rest] if is_divided else group)
        is_divided = False
    return kept
