"""What is read of a file, one contact at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from adapters.intake.faults import Fault


class Format(StrEnum):
    CSV = "csv"
    NDJSON = "ndjson"


class FileFault(Exception):
    """The whole file cannot be read. The message is a sentence with the remedy in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """``number``: from 1. ``end``: the bytes of the file up to its end.

    ``text``: without its end; a byte that is no character stands as a lone surrogate.
    ``is_cut``: it was longer than any contact can be, and ``text`` is its beginning.
    """

    number: int
    text: str
    end: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """As the file itself names them. ``called``: by the fields they hold; ``who``: those that say
    who it was.
    """

    called: Mapping[str, str]
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """``sent``: its fields, yet unchecked. ``faults``: why there are none. ``raw``: as it was.

    ``columns``: of the whole file, where it has any.
    """

    line: int
    raw: str
    end: int
    sent: Mapping[str, object]
    faults: tuple[Fault, ...] = ()
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class RowFault:
    """``field``: as the file calls it; "" for the whole row."""

    field: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    line: int
    raw: str
    faults: tuple[RowFault, ...]
