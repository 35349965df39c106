"""A form: something asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.views.card import Block


@dataclass(frozen=True, slots=True)
class Option:
    """``value`` at most 75 characters, ``label`` and ``description`` plain text."""

    value: str
    label: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """``hint``: small help under the input."""

    name: str
    label: str
    hint: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(_Field):
    value: str = ""
    placeholder: str = ""
    multiline: bool = False
    max_length: int = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(_Field):
    """One of ``options``. ``radio``: shown all at once, for few options."""

    options: tuple[Option, ...]
    value: str | None = None
    radio: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyField(_Field):
    """Any of ``options``, as check boxes."""

    options: tuple[Option, ...]
    value: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(_Field):
    value: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentField(_Field):
    """A date and time; values are aware."""

    value: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeField(_Field):
    """A time of day in the policy's time zone."""

    value: time | None = None


class Source(StrEnum):
    """Where a type-ahead looks."""

    CUSTOMERS = "customers"
    CUSTOMERS_OR_NEW = "customers-or-new"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestField(_Field):
    """One choice from a type-ahead over ``source``."""

    source: Source
    value: Option | None = None
    placeholder: str = "Start typing"


Field = TextField | ChoiceField | ManyField | DateField | MomentField | TimeField | SuggestField

Value = str | tuple[str, ...] | date | datetime | time | None
"""What was entered: text and single choices as ``str`` ("" or None when empty), many choices
as a tuple of option values, moments aware."""

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Form:
    """``id`` names the form to ``Conversation.submit``; ``state`` holds ids (at most 1,000
    characters), never words. ``title`` and ``submit`` at most 24 characters."""

    id: str
    title: str
    submit: str
    fields: tuple[Field, ...]
    state: str = ""
    intro: tuple[Block, ...] = ()
