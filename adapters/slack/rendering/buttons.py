"""Buttons as Block Kit action rows."""

from collections.abc import Sequence
from typing import Any

from adapters.slack.names import press_id
from adapters.slack.rendering import limits
from adapters.slack.rendering.escape import plain
from bot.views.card import Button, Confirm, Style

Json = dict[str, Any]


def button(button: Button, index: int) -> Json:
    """``index``: its place on the card, from 0."""
    element: Json = {
        "type": "button",
        "action_id": press_id(index, button.action)[: limits.ID],
        "text": plain(button.label, limits.BUTTON),
    }
    if button.value:
        element["value"] = button.value[: limits.BUTTON_VALUE]
    if button.style is not Style.PLAIN:
        element["style"] = button.style.value
    if button.confirm:
        element["confirm"] = _confirm(button.confirm, button.style)
    return element


def rows(buttons: Sequence[Button], first: int = 0) -> list[Json]:
    """Rows of a few buttons each; ``first``: the place of the first button on its card."""
    width = limits.ROW if len(buttons) <= limits.ROW * limits.ROW else limits.WIDE_ROW
    elements = [button(b, first + n) for n, b in enumerate(buttons)]
    return [
        {"type": "actions", "elements": elements[at : at + width]}
        for at in range(0, len(elements), width)
    ]


def _confirm(confirm: Confirm, style: Style) -> Json:
    dialog: Json = {
        "title": plain(confirm.title, limits.CONFIRM_TITLE),
        "text": plain(confirm.text, limits.CONFIRM_TEXT),
        "confirm": plain(confirm.yes, limits.CONFIRM_CHOICE),
        "deny": plain(confirm.no, limits.CONFIRM_CHOICE),
    }
    if style is not Style.PLAIN:
        dialog["style"] = style.value
    return dialog
