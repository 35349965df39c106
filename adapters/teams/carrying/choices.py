"""What a choice of a ``ChoiceSet`` carries, and which option it was.

Teams puts several chosen values into one text with commas between, so commas inside are written
another way. A value from a type-ahead carries its label, for Teams gives back the value alone.
"""

from typing import Final
from urllib.parse import quote, unquote

from bot.views.form import Option

_PLAIN: Final = " !\"#$&'()*+,/:;=?@"


def choice_value(value: str) -> str:
    return value.replace("%", "%25").replace(",", "%2C")


def value_of(chosen: str) -> str:
    return unquote(chosen)


def values_of(chosen: str) -> tuple[str, ...]:
    return tuple(value_of(part) for part in chosen.split(",") if part)


def found_value(title: str, value: str) -> str:
    """Fit to be read, since some renderers show it as it is."""
    return f"{title} [{quote(value, safe=_PLAIN)}]"


def suggested(chosen: str) -> Option | None:
    """What was chosen from a type-ahead; ``None`` when nothing was, or it is not one of ours."""
    label, found, value = chosen.rpartition(" [")
    if not found or not value.endswith("]"):
        return None
    return Option(unquote(value[:-1]), label)
