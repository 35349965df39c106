"""Choices as Block Kit option objects."""

from collections.abc import Sequence
from typing import Any

from adapters.slack.rendering import limits
from adapters.slack.rendering.escape import pieces, plain, safe, size
from bot.views.form import Option

Json = dict[str, Any]


def option(choice: Option) -> Json:
    """A label that is too long runs on into the line below it, if that is free."""
    label, below = choice.label, choice.description
    if size(safe(label)) > limits.OPTION and not below:
        label, *rest = pieces(label, limits.OPTION) or [label]
        below = " ".join(rest)
    shown: Json = {"text": plain(label, limits.OPTION), "value": choice.value}
    if below.strip():
        shown["description"] = plain(below, limits.OPTION)
    return shown


def menu(choices: Sequence[Option]) -> Json:
    """``options`` of a menu, or ``option_groups`` where there are too many for one list."""
    shown = [option(choice) for choice in choices[: limits.SELECT * limits.SELECT]]
    if len(shown) <= limits.SELECT:
        return {"options": shown}
    starts = range(0, len(shown), limits.SELECT)
    return {
        "option_groups": [
            {
                "label": plain(f"{at + 1} to {min(at + limits.SELECT, len(shown))}", limits.OPTION),
                "options": shown[at : at + limits.SELECT],
            }
            for at in starts
        ]
    }


def suggestions(choices: Sequence[Option]) -> list[Json]:
    """What a type-ahead found, as many as Slack shows."""
    return [option(choice) for choice in choices[: limits.SELECT]]
