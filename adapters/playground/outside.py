"""The world outside: customers who make contact, of which another system tells the bot."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Means:
    """By which somebody makes contact."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Who made contact and how, as it was typed; "" where nothing was. ``means``: a code."""

    name: str = ""
    email: str = ""
    phone: str = ""
    postcode: str = ""
    means: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A contact to begin with. ``of``: whom it has to do with; ``about``: what it says."""

    of: str
    label: str
    contact: Contact

    @property
    def about(self) -> str:
        who = self.contact
        return ", ".join(filter(None, (who.name, who.email, who.phone, who.postcode)))


@dataclass(frozen=True, slots=True)
class Examples:
    """``known``: whether there is anybody at all of whom a contact is alerted."""

    known: bool
    each: Sequence[Example]


class CannotBe(Exception):
    """What was asked for cannot be done; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


Sign = Callable[[str, str, str, bytes], Mapping[str, str]]
"""The headers by which the bot knows who tells it: for a method, a path, the contact's key
("" for none) and a body."""


@dataclass(frozen=True, slots=True)
class Outside:
    """``url``: where the bot is told of contacts. ``room``: the channel where it alerts colleagues.

    ``examples``: what to try now. ``set_up``: sees to it that there is somebody to be alerted of;
    raises ``CannotBe``.
    """

    url: str
    sign: Sign
    room: str
    means: Sequence[Means]
    examples: Callable[[], Awaitable[Examples]]
    set_up: Callable[[], Awaitable[None]]
