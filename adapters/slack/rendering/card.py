"""A card as a Slack message or as a modal view."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from adapters.chat.text import isolated
from adapters.chat.words import SIGNS
from adapters.slack.carrying.private_metadata import written
from adapters.slack.names import CARD
from adapters.slack.rendering import limits
from adapters.slack.rendering.blocks import groups, header
from adapters.slack.rendering.buttons import rows
from adapters.slack.rendering.cutting import characters, cut, cut_note, lightest, octets
from adapters.slack.rendering.escape import plain, size
from bot.views.card import Card, Item

Json = dict[str, Any]

APP: Final = "UCB"
"""Above a card in a modal whose own title, which stands within, would be cut short there."""


def message(card: Card, command: str) -> Json:
    """``text`` and ``blocks`` of a message. ``command``: where a text cut short stands in full."""
    blocks = _blocks(card, command, limits.MESSAGE_BLOCKS, limits.MESSAGE_TOTAL, characters)
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


def _blocks(
    card: Card, command: str, blocks: int, total: int, weigh: Callable[[Sequence[Json]], int]
) -> list[Json]:
    head = header(f"{SIGNS[card.tone]} {isolated(card.title)}")[: blocks // 5]
    before = sum(len(block.buttons) for block in card.blocks if isinstance(block, Item))
    foot = lightest(rows(card.buttons, before), blocks // 5, total // 2, weigh)
    note = cut_note(command)
    return cut(head, groups(card.blocks), foot, note, blocks=blocks, total=total, weigh=weigh)
