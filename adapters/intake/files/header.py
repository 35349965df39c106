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
_PARTICULAR: Final = re.compile(r"@|[0-9][0-9 -]{3,}[0-9]")
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
    delimiter, cells = max(zip(DELIMITERS, each, strict=True), key=lambda found: _fit(found[1]))
    while cells and not cells[-1]:
        cells = cells[:-1]
    if any(map(_PARTICULAR.search, cells)):
        raise FileFault(
            "The first line looks like a contact. Put the names of the columns above it. "
            f"Columns are {', '.join(COLUMNS)}."
        )
    fields = tuple(map(_field, cells))
    problems = [
        *_unparted(text, cells),
        *_unknown(cells),
        *_missing(fields, has_means=has_means),
        *_doubled(fields),
    ]
    if problems:
        found = ", ".join(f'"{cell[:40]}"' for cell in cells) or "none"
        raise FileFault(
            f"The first line must name the columns. Found{_parted(delimiter, cells)}: {found}. "
            f"{' '.join(problems)} "
            f"Columns are {', '.join(COLUMNS)}."
        )
    return Header(delimiter, fields, _columns(cells, fields))


def _cells(text: str, delimiter: str) -> list[str]:
    """As they are written."""
    try:
        cells = next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [" ".join(cell.split()) for cell in cells]


def _field(cell: str) -> str:
    """Which it holds; "" for none that is known."""
    return _FIELDS.get(_normal(cell), "")


def _normal(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.lower())


def _columns(cells: Sequence[str], fields: Sequence[str]) -> Columns:
    names: dict[str, dict[str, str]] = {}
    for cell, field in zip(cells, fields, strict=True):
        names.setdefault(field, {}).setdefault(_normal(cell), cell)
    called = {field: " or ".join(each.values()) for field, each in names.items()}
    return Columns(called, tuple(called[field] for field in called if field in WHO))


def _fit(cells: Sequence[str]) -> tuple[int, int]:
    """How well a line is parted: into known columns, or else into many."""
    return sum(bool(_field(cell)) for cell in cells), len(cells)


def _parted(delimiter: str, cells: Sequence[str]) -> str:
    return f", parted by {DELIMITERS[delimiter]}" if len(cells) > 1 else ""


def _unparted(text: str, cells: Sequence[str]) -> list[str]:
    if len(cells) != 1 or _field(cells[0]):
        return []
    remedy = f"put {_SIGNS} between the columns."
    sign = re.search(r"[!#$%&()*+./:<=>?@\\^~]", text)
    if sign:
        return [f'They seem to be parted by "{sign[0]}": {remedy}']
    return [f"There is one column only. If there are more, {remedy}"]


def _unknown(cells: Sequence[str]) -> list[str]:
    unknown = {_normal(cell): cell for cell in cells if not _field(cell)}
    return [f'"{cell[:40]}" is not known{_remedy(name, cells)}.' for name, cell in unknown.items()]


def _remedy(name: str, cells: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, list(_FIELDS), n=1, cutoff=0.5)
    if near:
        return f': write "{near[0]}"'
    return ": call it by one of the names below, or take it out" if len(cells) > 1 else ""


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
