"""Reads the staff file: CSV with a line for each colleague."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from core.policy.model import Policy
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Role, StaffMember

COLUMNS: Final = ("id", "name", "email", "grade", "team", "line_manager", "roles")
REQUIRED: Final = ("id", "name", "grade", "team")
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """``line``: where in the file, counted from 1 (the header)."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]


def read_staff(
    text: str, policy: Policy, known: Iterable[StaffId] = ()
) -> tuple[tuple[StaffMember, ...], tuple[Problem, ...]]:
    """The colleagues of a file and everything that is wrong with it.

    ``known``: colleagues of the directory, who may be line managers without standing in the file.
    """
    rows, problems = _rows(text)
    ids = {row["id"] for row in rows} | set(known)
    for row in rows:
        problems += [Problem(row.line, message) for message in _faults(row, policy, ids)]
    problems += _doubled(rows, "id") + _doubled(rows, "email") + _loops(rows)
    members = () if problems else tuple(_member(row) for row in rows)
    return members, tuple(sorted(problems, key=lambda problem: problem.line))


def _rows(text: str) -> tuple[list[_Row], list[Problem]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[_Row] = []
    problems: list[Problem] = []
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        if sorted(header) != sorted(COLUMNS):
            wanted = ",".join(COLUMNS)
            return [], [Problem(1, f"The first line must name the columns: {wanted}")]
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                message = f"There are {len(cells)} values; the header names {len(header)} columns."
                problems.append(Problem(reader.line_num, message))
                continue
            values = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
            rows.append(_Row(reader.line_num, values))
    except csv.Error as fault:
        problems.append(Problem(reader.line_num, f"This line cannot be read as CSV: {fault}."))
    if not rows and not problems:
        problems.append(Problem(1, "There is nobody in this file."))
    return rows, problems


def _faults(row: _Row, policy: Policy, ids: set[str]) -> Iterable[str]:
    for column in REQUIRED:
        if not row[column]:
            yield f"{column} is empty."
    if row["id"] and not _ID.fullmatch(row["id"]):
        yield f"id {row['id']!r} may hold letters, digits, dots, hyphens and underscores only."
    if row["email"] and not _EMAIL.fullmatch(row["email"]):
        yield f"email {row['email']!r} is not a mail address."
    if row["grade"] and policy.rank(row["grade"]) < 0:
        grades = ", ".join(grade.code for grade in policy.grades)
        yield f"grade {row['grade']!r} is not in the policy file, which has: {grades}."
    if row["line_manager"] and row["line_manager"] not in ids:
        yield f"line_manager {row['line_manager']!r} is neither in this file nor in the directory."
    for role in _role_names(row):
        if role not in set(Role):
            yield f"role {role!r} is not one of: {', '.join(Role)}."


def _role_names(row: _Row) -> list[str]:
    return [name for name in re.split(r"[;|\s]+", row["roles"]) if name]


def _doubled(rows: list[_Row], column: str) -> list[Problem]:
    counts = Counter(row[column].lower() for row in rows if row[column])
    first_lines: dict[str, int] = {}
    problems = []
    for row in rows:
        value = row[column].lower()
        if counts[value] > 1 and value in first_lines:
            line = first_lines[value]
            problems.append(Problem(row.line, f"{column} {row[column]!r} stands in line {line}."))
        first_lines.setdefault(value, row.line)
    return problems


def _loops(rows: list[_Row]) -> list[Problem]:
    manager_of = {row["id"]: row["line_manager"] for row in rows}
    problems = []
    for row in rows:
        above, steps = row["line_manager"], 0
        while above in manager_of and above != row["id"] and steps < len(rows):
            above, steps = manager_of[above], steps + 1
        if above and above == row["id"]:
            problems.append(Problem(row.line, f"{row['id']!r} is their own manager, in the end."))
    return problems


def _member(row: _Row) -> StaffMember:
    return StaffMember(
        id=StaffId(row["id"]),
        name=row["name"],
        grade=row["grade"],
        team=row["team"],
        email=row["email"],
        line_manager=StaffId(row["line_manager"]) if row["line_manager"] else None,
        roles=frozenset(Role(name) for name in _role_names(row)),
    )
