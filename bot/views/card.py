"""A card: something said, with buttons."""

from dataclasses import dataclass
from enum import StrEnum

from core.vocabulary.people import Account


class Tone(StrEnum):
    """How a card feels; a renderer shows it by a sign beside the title, never by colour alone."""

    INFO = "info"
    GOOD = "good"
    CAUTION = "caution"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Confirm:
    """Asked before a button acts."""

    title: str
    text: str
    yes: str
    no: str = "Cancel"


class Style(StrEnum):
    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """``action`` names what it does; ``value`` holds ids (at most 255 characters)."""

    action: str
    label: str
    value: str = ""
    style: Style = Style.PLAIN
    confirm: Confirm | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, set apart."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list with what can be done about it."""

    title: str
    text: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Small print."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    pass


Block = Paragraph | Heading | Quote | Facts | Bullets | Item | Note | Divider


@dataclass(frozen=True, slots=True)
class Personal:
    """For the people of ``accounts`` the card is another one, where a platform can show a message
    differently to some: what pressing ``action`` with ``value`` answers. Others ignore it."""

    accounts: frozenset[Account]
    action: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """``summary``: one line for notifications and screen readers, without personal data."""

    title: str
    summary: str
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    tone: Tone = Tone.INFO
    personal: Personal | None = None
