"""The first line of a CSV file: what its columns hold."""

import csv
import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from adapters.intake.contact import WHO
from adapters.intake.files.rows import Columns, FileFault

DELIMITERS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
COLUMNS: Final = (
    "id", "means", "at", "name", "email", "phone", "postcode", "address", "organisation",
    "reference",
)  # fmt: skip
_PARTICULAR: Final = re.compile(r"@|[0-9][0-9_]{3,}[0-9]")
_SIGNS: Final = "commas, semicolons, tabs or upright bars"
_ONE: Final = ("id", "means", "at", "reference")
_MANY: Final = {
    "name": "names",
    "email": "emails",
    "phone": "phones",
    "postcode": "postcodes",
    "address": "addresses",
    "organisation": "organisations",
}
MANY: Final = frozenset(_MANY.values())
"""Fields of which there may be several columns."""
_FIELDS: Final = {name: name for name in (*_ONE, *MANY)} | _MANY


@dataclass(frozen=True, slots=True)
class Header:
    """``fields``: of the contact, a column each."""

    delimiter: str
    fields: tuple[str, ...]
    columns: Columns


def read_header(text: str, *, has_means: bool) -> Header:
    """``has_means``: whether a column for them may be missing. Raises ``FileFault``."""
    each = [_cells(text, delimiter) for delimiter in DELIMITERS]
    delimiter, names = max(zip(DELIMITERS, each, strict=True), key=lambda found: _fit(found[1]))
    while names and not names[-1]:
        names = names[:-1]
    fields = tuple(_FIELDS.get(name, "") for name in names)
    if any(map(_PARTICULAR.search, names)):
        raise FileFault(
            "The first line looks like a contact. Put the names of the columns above it. "
            f"Columns are {', '.join(COLUMNS)}."
        )
    problems = [
        *_unparted(text, names),
        *_unknown(names),
        *_missing(fields, has_means=has_means),
        *_doubled(fields),
    ]
    if problems:
        found = ", ".join(f'"{name[:40]}"' for name in names) or "none"
        raise FileFault(
            f"The first line must name the columns. Found{_parted(delimiter, names)}: {found}. "
            f"{' '.join(problems)} "
            f"Columns are {', '.join(COLUMNS)}."
        )
    return Header(delimiter, fields, _columns(_written(text, delimiter), fields))


def _cells(text: str, delimiter: str) -> list[str]:
    return [_normal(cell) for cell in _written(text, delimiter)]


def _written(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return []


def _normal(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _columns(written: Sequence[str], fields: Sequence[str]) -> Columns:
    names: dict[str, dict[str, str]] = {}
    for cell, field in zip(written, fields, strict=False):
        names.setdefault(field, {}).setdefault(_normal(cell), cell.strip())
    called = {field: " or ".join(each.values()) for field, each in names.items()}
    return Columns(called, tuple(called[field] for field in called if field in WHO))


def _fit(names: Sequence[str]) -> tuple[int, int]:
    """How well a line is parted: into known columns, or else into many."""
    return sum(name in _FIELDS for name in names), len(names)


def _parted(delimiter: str, names: Sequence[str]) -> str:
    return f", parted by {DELIMITERS[delimiter]}" if len(names) > 1 else ""


def _unparted(text: str, names: Sequence[str]) -> list[str]:
    if len(names) != 1 or names[0] in _FIELDS:
        return []
    remedy = f"put {_SIGNS} between the columns."
    sign = re.search(r"[!#$%&()*+./:<=>?@\\^~]", text)
    if sign:
        return [f'They seem to be parted by "{sign[0]}": {remedy}']
    return [f"There is one column only. If there are more, {remedy}"]


def _unknown(names: Sequence[str]) -> list[str]:
    said = []
    for name in dict.fromkeys(name for name in names if name not in _FIELDS):
        near = difflib.get_close_matches(name, list(_FIELDS), n=1, cutoff=0.5)
        remedy = f': write "{near[0]}"' if near else ": take it out" if len(names) > 1 else ""
        said.append(f'"{name[:40]}" is not known{remedy}.')
    return said


def _missing(fields: Sequence[str], *, has_means: bool) -> list[str]:
    said = []
    if "means" not in fields and not has_means:
        said.append('"means" is missing: add it, or say --means for all rows.')
    if not any(field in WHO for field in fields):
        said.append("None of them says who it was: name, email, phone ...")
    return said


def _doubled(fields: Sequence[str]) -> list[str]:
    single = [field for field in dict.fromkeys(fields) if field and field not in MANY]
    return [f'"{field}" stands twice.' for field in single if fields.count(field) > 1]
