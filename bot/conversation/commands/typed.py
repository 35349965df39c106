"""Understands what was typed after ``/ucb``, however untidily."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from bot.conversation.commands import NAMES

_QUOTES: Final = "\"'“”‘’«»`"
_PREFIX: Final = re.compile(r"^(?:[/@]?ucb(?![\w-])[\s:,]*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """``name``: the command's, in lower case, "" when nothing was typed."""

    name: str
    rest: str


def understand(text: str) -> Typed:
    """``  /ucb  CHECK “Casey  Customer”`` is ``check`` with ``Casey Customer``."""
    tidy = " ".join(text.replace("\0", "").split())
    name, _, rest = _PREFIX.sub("", tidy.strip(_QUOTES)).partition(" ")
    return Typed(name.strip(_QUOTES + ".,!?:;").casefold(), rest.strip(_QUOTES + " "))


def nearest(name: str) -> str | None:
    """The command most like an unknown one."""
    return next(iter(get_close_matches(name, NAMES, n=1, cutoff=0.5)), None)
