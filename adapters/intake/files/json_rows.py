"""Rows of a file with a line of JSON for each contact."""

from collections.abc import Iterable, Iterator

from adapters.intake.faults import Fault, Unreadable
from adapters.intake.files.rows import Line, Row
from adapters.intake.strict_json import read_json_line


def json_rows(lines: Iterable[Line], means: str = "") -> Iterator[Row]:
    """``means``: of rows that name none."""
    for line in lines:
        if line.text.strip():
            yield _row(line, means)


def _row(line: Line, means: str) -> Row:
    try:
        if line.is_cut:
            raise Unreadable("This line is longer than any contact.")
        sent = read_json_line(line.text.encode("utf-8", "surrogateescape"))
        if not isinstance(sent, dict):
            raise Unreadable("This must be an object.")
    except Unreadable as fault:
        return Row(line.number, line.text, line.end, {}, (Fault("#", str(fault), "Mend it."),))
    return Row(line.number, line.text, line.end, {"means": means} | sent if means else sent)
