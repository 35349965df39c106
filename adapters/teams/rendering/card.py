"""A card as an Adaptive Card."""

from collections.abc import Sequence
from typing import Any

from adapters.chat.words import SIGNS
from adapters.teams.carrying.deed import Press, written
from adapters.teams.names import PERSONAL
from adapters.teams.rendering import limits
from adapters.teams.rendering.blocks import groups
from adapters.teams.rendering.buttons import Room, actions
from adapters.teams.rendering.cutting import framed
from adapters.teams.rendering.escape import fitted
from adapters.teams.rendering.text import heading
from bot.views.card import Card, Personal

Json = dict[str, Any]


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
