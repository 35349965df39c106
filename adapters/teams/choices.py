"""Options as choices of a ``ChoiceSet``, and back.

Teams puts several chosen values into one text with commas between, so commas inside are written
another way. A value from a type-ahead carries its label, for Teams gives back the value alone.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from adapters.teams import limits
from adapters.teams.escape import fitted
from bot.views.form import Option

Json = dict[str, Any]


def choice(option: Option, *, is_found: bool = False) -> Json:
    """``is_found``: from a type-ahead."""
    title = f"{option.label}: {option.description}" if option.description else option.label
    value = _carried(option) if is_found else choice_value(option.value)
    return {"title": fitted(title, limits.CHOICE) or "–", "value": value}


def choice_value(value: str) -> str:
    return value.replace("%", "%25").replace(",", "%2C")


def value_of(chosen: str) -> str:
    return unquote(chosen)


def values_of(chosen: str) -> tuple[str, ...]:
    return tuple(value_of(part) for part in chosen.split(",") if part)


def found(options: Sequence[Option]) -> list[Json]:
    """What a type-ahead answers."""
    return [choice(option, is_found=True) for option in options[: limits.SUGGESTIONS]]


def suggested(chosen: str) -> Option | None:
    """What was chosen from a type-ahead; ``None`` when nothing was, or it is not one of ours."""
    try:
        value, label, description = json.loads(chosen)
    except (ValueError, TypeError):
        return None
    if not all(isinstance(part, str) for part in (value, label, description)):
        return None
    return Option(value, label, description)


def _carried(option: Option) -> str:
    return json.dumps([option.value, option.label, option.description], ensure_ascii=False)
