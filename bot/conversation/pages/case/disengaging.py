"""Disengagement, contact to be assessed, clients and Legal, on the page of a case."""

from collections.abc import Iterator

from bot.conversation.pages.case.seen import Seen
from bot.views.card import Block, Button


def parts(_seen: Seen) -> Iterator[Block]:
    yield from ()


def offers(_seen: Seen) -> Iterator[Button]:
    yield from ()
