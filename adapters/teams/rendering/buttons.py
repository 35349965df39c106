"""Buttons as actions.

On a card in a chat, a button that acts at once (one that asks for confirmation first) is an
``Action.Execute``; any other opens a dialog, since only a dialog can show a form or what is meant
for the presser alone. In a dialog every action is a submission, Teams knows no other there.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from adapters.teams.carrying.deed import Press, written
from adapters.teams.names import FETCH, PRESS
from adapters.teams.rendering import limits
from adapters.teams.rendering.escape import fitted
from adapters.teams.rendering.text import heading, lines
from bot.views.card import Button, Confirm, Style

Json = dict[str, Any]

_STYLES = {Style.PRIMARY: "positive", Style.DANGER: "destructive"}


class Room(StrEnum):
    """Where a card is shown."""

    CHAT = "chat"
    DIALOG = "dialog"


def actions(buttons: Sequence[Button], room: Room) -> list[Json]:
    """Those that do not fit stand in the overflow menu."""
    shown = [_action(button, room) for button in buttons]
    for late in shown[limits.ACTIONS - 1 :] if len(shown) > limits.ACTIONS else ():
        late["mode"] = "secondary"
    return shown


def action_set(buttons: Sequence[Button], room: Room) -> list[Json]:
    return [{"type": "ActionSet", "actions": actions(buttons, room)}] if buttons else []


def opening(label: str, data: Json) -> Json:
    """Opens a dialog."""
    shown = {**data, "msteams": {"type": FETCH}}
    return {"type": "Action.Submit", "title": _title(label), "data": shown}


def submitting(label: str, data: Json) -> Json:
    """Sends a dialog."""
    return {"type": "Action.Submit", "title": _title(label), "data": data}


def _action(button: Button, room: Room) -> Json:
    data = written(Press(button.action, button.value))
    if button.confirm:
        return _asking(button, button.confirm, data, room)
    made = opening if room is Room.CHAT else submitting
    return {**made(button.label, data), **_style(button)}


def _asking(button: Button, confirm: Confirm, data: Json, room: Room) -> Json:
    """Teams asks nothing itself, so the question unfolds below the button."""
    acting = _executing if room is Room.CHAT else submitting
    card = {
        "type": "AdaptiveCard",
        "body": [heading(confirm.title, "Default"), *lines(confirm.text)],
        "actions": [{**acting(confirm.yes, data), **_style(button)}],
    }
    shown = {"type": "Action.ShowCard", "title": _title(button.label), "card": card}
    return {**shown, **_style(button)}


def _executing(label: str, data: Json) -> Json:
    """Clients too old for it send a message with the same data instead."""
    title = _title(label)
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": PRESS,
        "data": data,
        "fallback": {"type": "Action.Submit", "title": title, "data": data},
    }


def _style(button: Button) -> Json:
    return {"style": _STYLES[button.style]} if button.style in _STYLES else {}


def _title(label: str) -> str:
    return fitted(label, limits.BUTTON) or "…"
