"""Rows of a CSV file. A row that cannot be read costs only itself."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

from adapters.intake.faults import Fault
from adapters.intake.files.encodings import half_of_a_character
from adapters.intake.files.header import MANY, Header, read_header
from adapters.intake.files.rows import FileFault, Line, Row

MOST_LINES: Final = 20
"""Of one row: an address may have several, in quotation marks."""
_SPLIT: Final = frozenset(("emails", "phones", "postcodes"))
"""Several may stand in a cell, with semicolons between."""
_OPEN: Final = "unexpected end of data"


def csv_rows(lines: Iterable[Line], means: str = "") -> Iterator[Row]:
    """``means``: of rows that name none. Raises ``FileFault`` for the header."""
    ahead = _Ahead(iter(lines))
    first = ahead.next()
    while first is not None and not first.text.strip():
        first = ahead.next()
    if first is None:
        raise FileFault("There is nothing in this file.")
    header = read_header(first.text, has_means=bool(means))
    while (line := ahead.next()) is not None:
        if line.text.strip(header.delimiter + " "):
            yield _row(line, ahead, header, means)


class _Ahead:
    """Lines that may be put back."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._back: deque[Line] = deque()

    def next(self) -> Line | None:
        return self._back.popleft() if self._back else next(self._lines, None)

    def back(self, lines: list[Line]) -> None:
        self._back.extendleft(reversed(lines))


def _row(first: Line, ahead: _Ahead, header: Header, means: str) -> Row:
    cells, problem, taken = _cells(first, ahead, header.delimiter)
    raw = "\n".join(line.text for line in (first, *taken))
    end = taken[-1].end if taken else first.end
    if not problem and half_of_a_character(raw):
        problem = _half(cells, header)
    if not problem and len(cells) > len(header.fields):
        cells = [*cells[: len(header.fields)], *filter(None, cells[len(header.fields) :])]
    if not problem and len(cells) != len(header.fields):
        problem = f"There are {len(cells)} values; the header names {len(header.fields)} columns."
    if problem:
        fault = Fault("#", problem, "Mend the row.")
        return Row(first.number, raw, end, {}, (fault,), header.columns)
    return Row(first.number, raw, end, _sent(cells, header, means), (), header.columns)


def _cells(first: Line, ahead: _Ahead, delimiter: str) -> tuple[list[str], str, list[Line]]:
    """The cells, or what is wrong; and the further lines that belong to the row."""
    if first.is_cut:
        return [], "This line is longer than any contact.", []
    if '"' not in first.text:
        return first.text.split(delimiter), "", []
    texts, taken = [first.text], list[Line]()
    while True:
        try:
            rows = list(csv.reader(texts, delimiter=delimiter, strict=True))
            return (rows[0] if rows else []), "", taken
        except csv.Error as fault:
            if str(fault) != _OPEN:
                ahead.back(taken)
                return [], "The quotation marks do not fit together.", []
        line = ahead.next() if len(taken) < MOST_LINES else None
        if line is None:
            ahead.back(taken)
            return [], "A quotation mark is opened here and never closed.", []
        texts[-1] += "\n"
        texts.append(line.text)
        taken.append(line)


def _half(cells: list[str], header: Header) -> str:
    names = zip(header.fields, cells, strict=False)
    where = [header.columns.called[field] for field, cell in names if half_of_a_character(cell)]
    return f"Half a character stands in {' and '.join(where) or 'it'}: it is not in this encoding."


def _sent(cells: list[str], header: Header, means: str) -> dict[str, object]:
    sent: dict[str, object] = {"means": means} if means else {}
    many: dict[str, list[str]] = {}
    for field, cell in zip(header.fields, cells, strict=True):
        value = cell.strip()
        if not value:
            continue
        if field not in MANY:
            sent[field] = value
        elif field in _SPLIT and ";" in value:
            many.setdefault(field, []).extend(filter(None, map(str.strip, value.split(";"))))
        else:
            many.setdefault(field, []).append(value)
    return {**sent, **many}
