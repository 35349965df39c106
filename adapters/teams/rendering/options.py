"""Options as choices of a ``ChoiceSet``."""

from collections.abc import Sequence
from typing import Any

from adapters.chat.text import EMPTY
from adapters.teams.carrying.choices import choice_value, found_value
from adapters.teams.rendering import limits
from adapters.teams.rendering.escape import fitted
from bot.views.form import Option

Json = dict[str, Any]


def choice(option: Option, *, is_found: bool = False) -> Json:
    """``is_found``: from a type-ahead."""
    title = f"{option.label}: {option.description}" if option.description else option.label
    shown = fitted(title, limits.CHOICE) or EMPTY
    value = found_value(shown, option.value) if is_found else choice_value(option.value)
    return {"title": shown, "value": value}


def found(options: Sequence[Option]) -> list[Json]:
    """What a type-ahead answers."""
    return [choice(option, is_found=True) for option in options[: limits.SUGGESTIONS]]
