"""A card as a Slack message or as a modal view."""

import json
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, Final

from adapters.chat.text import isolated
from adapters.chat.words import SIGNS, cut_short
from adapters.slack.carrying.private_metadata import written
from adapters.slack.names import CARD
from adapters.slack.rendering import limits
from adapters.slack.rendering.blocks import Group, groups, header
from adapters.slack.rendering.buttons import rows
from adapters.slack.rendering.escape import plain, size
from bot.views.card import Card, Item

Json = dict[str, Any]

APP: Final = "UCB"
"""Above a card in a modal whose own title, which stands within, would be cut short there."""


def message(card: Card, command: str) -> Json:
    """``text`` and ``blocks`` of a message. ``command``: where a text cut short stands in full."""
    blocks = _blocks(card, command, limits.MESSAGE_BLOCKS, limits.MESSAGE_TOTAL, _characters)
    text = plain(card.summary or card.title, limits.SUMMARY)["text"]
    return {"text": text, "blocks": blocks}


def card_view(card: Card, command: str, revision: int = 0, channel: str = "") -> Json:
    """A modal that only tells; ``revision`` and ``channel``: see ``private_metadata``."""
    return {
        "type": "modal",
        "callback_id": CARD,
        "private_metadata": written(revision, channel=channel),
        "title": plain(card.title if size(card.title) <= limits.TITLE else APP, limits.TITLE),
        "close": plain("Close", limits.TITLE),
        "blocks": _blocks(card, command, limits.VIEW_BLOCKS, limits.VIEW_TOTAL, octets),
    }


def cut(
    head: Sequence[Json],
    body: Sequence[Group],
    foot: Sequence[Json],
    note: Json,
    *,
    blocks: int,
    total: int,
    weigh: Callable[[Sequence[Json]], int],
) -> list[Json]:
    """``head`` and ``foot`` whole, and of ``body`` what fits, with ``note`` where it was cut."""
    everything = [*head, *chain.from_iterable(body), *foot]
    if len(everything) <= blocks and weigh(everything) <= total:
        return everything
    kept: list[Json] = []
    ends = [note, *foot]
    room, weight = blocks - len(head) - len(ends), total - weigh([*head, *ends])
    for group in body:
        room, weight = room - len(group), weight - weigh(group)
        if room < 0 or weight < 0:
            break
        kept += group
    return [*head, *kept, *ends]


def cut_note(command: str) -> Json:
    return {"type": "context", "elements": [plain(cut_short(command), limits.CONTEXT)]}


def _blocks(
    card: Card, command: str, blocks: int, total: int, weigh: Callable[[Sequence[Json]], int]
) -> list[Json]:
    head = header(f"{SIGNS[card.tone]} {isolated(card.title)}")[: blocks // 5]
    before = sum(len(block.buttons) for block in card.blocks if isinstance(block, Item))
    foot = _lightest(rows(card.buttons, before), blocks // 5, total // 2, weigh)
    note = cut_note(command)
    return cut(head, groups(card.blocks), foot, note, blocks=blocks, total=total, weigh=weigh)


def _lightest(
    foot: list[Json], blocks: int, total: int, weigh: Callable[[Sequence[Json]], int]
) -> list[Json]:
    """The first rows of buttons that leave room for what they are about."""
    while foot and (len(foot) > blocks or weigh(foot) > total):
        elements = foot[-1]["elements"]
        if len(elements) == 1:
            foot = foot[:-1]
        else:
            foot = [*foot[:-1], {**foot[-1], "elements": elements[:-1]}]
    return foot


def _characters(blocks: Sequence[Json]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))


def octets(blocks: Sequence[Json]) -> int:
    return len(json.dumps(blocks))
