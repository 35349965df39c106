"""Options as choices of a ``ChoiceSet``, and back.

Teams puts several chosen values into one text with commas between, so commas inside are written
another way. A value from a type-ahead carries its label, for Teams gives back the value alone.
"""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote, unquote

from adapters.teams import limits
from adapters.teams.escape import fitted
from bot.views.form import Option

Json = dict[str, Any]

_PLAIN: Final = " !\"#$&'()*+,/:;=?@"


def choice(option: Option, *, is_found: bool = False) -> Json:
    """``is_found``: from a type-ahead."""
    title = f"{option.label}: {option.description}" if option.description else option.label
    shown = fitted(title, limits.CHOICE) or "–"
    value = _carried(shown, option.value) if is_found else choice_value(option.value)
    return {"title": shown, "value": value}


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
    label, found, value = chosen.rpartition(" [")
    if not found or not value.endswith("]"):
        return None
    return Option(unquote(value[:-1]), label)


def _carried(title: str, value: str) -> str:
    """Fit to be read, since some renderers show it as it is."""
    return f"{title} [{quote(value, safe=_PLAIN)}]"
