"""A card as an Adaptive Card."""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

from adapters.chat.words import SIGNS, cut_short
from adapters.teams.carrying.deed import Press, written
from adapters.teams.names import PERSONAL
from adapters.teams.rendering import limits
from adapters.teams.rendering.blocks import Group, groups
from adapters.teams.rendering.buttons import Room, actions
from adapters.teams.rendering.escape import fitted
from adapters.teams.rendering.text import heading, lines
from bot.views.card import Card, Personal

Json = dict[str, Any]

VERSION: Final = "1.5"
"""The newest that Teams shows in messages and dialogs alike."""


def card(shown: Card, command: str, room: Room, readers: Sequence[str] = ()) -> Json:
    """``readers``: the ids at Teams of those for whom the card is another one.

    ``command``: where a text cut short stands in full.
    """
    head = [heading(f"{SIGNS[shown.tone]} {shown.title}", "Large")]
    buttons = actions(shown.buttons, room)
    frame: Json = {"fallbackText": fitted(shown.summary or shown.title, limits.SUMMARY)}
    if buttons:
        frame["actions"] = buttons
    if shown.personal and readers:
        frame["refresh"] = _refresh(shown.personal, readers)
    return framed(head, groups(shown.blocks, room), [], frame, command)


def framed(
    head: Sequence[Json], body: Sequence[Group], foot: Sequence[Json], frame: Json, command: str
) -> Json:
    """``head``, ``foot`` and ``frame`` whole, and of ``body`` what fits, with a note."""
    everything = [*head, *chain.from_iterable(body), *foot]
    if weight({**frame, "body": everything}) <= _ROOM:
        return _whole(everything, frame)
    note = lines(cut_short(command), size="Small", isSubtle=True)
    kept: list[Json] = []
    left = _ROOM - weight({**frame, "body": [*head, *note, *foot]})
    for group in body:
        left -= weight(group) + 1
        if left < 0:
            break
        kept += group
    return _whole([*head, *kept, *note, *foot], frame)


def weight(part: object) -> int:
    """Bytes as JSON, as aiohttp and the SDK write it."""
    return len(json.dumps(part))


_ENVELOPE: Final = {
    "type": "AdaptiveCard",
    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
    "version": VERSION,
}
_ROOM: Final = limits.CARD - weight(_ENVELOPE)


def _whole(body: list[Json], frame: Mapping[str, Any]) -> Json:
    return {**_ENVELOPE, **frame, "body": body, "msteams": {"width": "Full"}}


def _refresh(personal: Personal, readers: Sequence[str]) -> Json:
    return {
        "action": {
            "type": "Action.Execute",
            "title": "Show what is for me",
            "verb": PERSONAL,
            "data": written(Press(personal.action, personal.value)),
        },
        "userIds": list(readers[: limits.READERS]),
    }
