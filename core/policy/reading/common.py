"""What several sections of a policy file have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from core.policy.model import ReminderStep, SignOff
from core.policy.table import Table

TEN_YEARS: Final = 3653

E = TypeVar("E", bound=StrEnum)


def coded(tables: tuple[Table, ...]) -> Iterator[tuple[str, Table]]:
    """Each table with its code, which no earlier one may have."""
    seen: set[str] = set()
    for table in tables:
        code = table.code()
        if code and code in seen:
            table.wrong("code", f'code "{code}" stands here a second time.')
        seen.add(code)
        yield code, table


def grade(key: str, table: Table, grades: list[str]) -> str:
    """The code of a grade that the file names."""
    code = table.text(key)
    if code and code not in grades:
        table.wrong(key, f'{key} "{code}" is not a grade of this file.')
    return code


def sign_off(table: Table, grades: list[str]) -> SignOff:
    rule = SignOff(
        minimum_grade=grade("minimum_grade", table, grades),
        line_manager=table.flag("line_manager"),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def reminders(table: Table) -> tuple[ReminderStep, ...]:
    steps = tuple(_reminder(code, step) for code, step in coded(table.tables("reminder")))
    for days in _repeated(step.days for step in steps):
        table.wrong("reminder", f"Two reminders are due on the same day, {days}.")
    return steps


def chosen(key: str, table: Table, known: type[E], called: str) -> frozenset[E]:
    """Every word of a list, which must be a value of ``known``."""
    by_value: Mapping[str, E] = {each.value: each for each in known}
    words = table.words(key)
    for word in words:
        if word not in by_value:
            table.wrong(key, f'"{word}" is not {called}. Use any of: {", ".join(by_value)}.')
    return frozenset(by_value[word] for word in words if word in by_value)


def _reminder(code: str, table: Table) -> ReminderStep:
    step = ReminderStep(
        code=code,
        days=table.whole("days", least=-TEN_YEARS, most=TEN_YEARS),
        every_days=table.whole("every_days", least=0, most=TEN_YEARS, default=0),
    )
    table.close()
    return step


def _repeated(values: Iterable[int]) -> list[int]:
    return [value for value, count in Counter(values).items() if count > 1]
