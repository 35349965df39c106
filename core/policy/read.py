"""The sections of a policy file, each read into its part of the model."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from zoneinfo import ZoneInfo

from core.policy.model import (
    Access,
    Behaviour,
    Grade,
    Means,
    Policy,
    ReminderStep,
    ReviewRule,
    SanctionRule,
    Shape,
    SignOff,
    WarningRule,
)
from core.policy.table import LABEL_LENGTH, Table
from core.vocabulary.people import Role

OUTCOMES: Final = ("keep", "change", "lift")
"""The review outcomes that may need sign-off (``core.case.proposals.ReviewOutcome``)."""

TEN_YEARS: Final = 3653


def read_policy(file: Table) -> Policy:
    body = file.table("body")
    grades = tuple(_grade(code, table) for code, table in _coded(file.tables("grade")))
    codes = [grade.code for grade in grades]
    if len(grades) == 1:
        file.wrong("grade", "A decision needs two people at different grades: name two or more.")
    policy = Policy(
        body=body.text("name"),
        title=body.text("title"),
        contact=body.text("contact"),
        timezone=_timezone(body),
        grades=grades,
        means=tuple(_means(code, table) for code, table in _coded(file.tables("means"))),
        behaviours=tuple(
            _behaviour(code, table) for code, table in _coded(file.tables("behaviour"))
        ),
        sanctions=tuple(
            _sanction(code, table, codes) for code, table in _coded(file.tables("sanction"))
        ),
        warning=_warning(file.table("warning"), codes),
        review=_review(file.table("review"), codes),
        access=_access(file.table("access")),
    )
    body.close()
    file.close()
    return policy


def _coded(tables: tuple[Table, ...]) -> Iterator[tuple[str, Table]]:
    """Each table with its code, which no earlier one may have."""
    seen: set[str] = set()
    for table in tables:
        code = table.code()
        if code and code in seen:
            table.wrong("code", f'code "{code}" stands here a second time.')
        seen.add(code)
        yield code, table


def _grade(code: str, table: Table) -> Grade:
    grade = Grade(code, table.text("label", longest=LABEL_LENGTH))
    table.close()
    return grade


def _means(code: str, table: Table) -> Means:
    label = table.text("label", longest=LABEL_LENGTH)
    means = Means(code, label, is_call=table.flag("is_call"))
    table.close()
    return means


def _behaviour(code: str, table: Table) -> Behaviour:
    behaviour = Behaviour(
        code=code,
        label=table.text("label", longest=LABEL_LENGTH),
        meaning=table.text("meaning", longest=LABEL_LENGTH),
        source=table.text("source"),
    )
    table.close()
    return behaviour


def _sanction(code: str, table: Table, grades: list[str]) -> SanctionRule:
    rule = SanctionRule(
        code=code,
        label=table.text("label", longest=LABEL_LENGTH),
        meaning=table.text("meaning", longest=LABEL_LENGTH),
        shape=_shape(table),
        sign_off=_sign_off(table.table("sign_off"), grades),
        source=table.text("source"),
    )
    table.close()
    return rule


def _shape(table: Table) -> Shape:
    name = table.text("shape")
    known = [shape.value for shape in Shape]
    if name in known:
        return Shape(name)
    if name:
        table.wrong("shape", f'shape "{name}" is not known. Use one of: {", ".join(known)}.')
    return Shape.MEANS


def _sign_off(table: Table, grades: list[str]) -> SignOff:
    grade = table.text("minimum_grade")
    if grade and grade not in grades:
        table.wrong("minimum_grade", f'minimum_grade "{grade}" is not a grade of this file.')
    rule = SignOff(
        minimum_grade=grade,
        line_manager=table.flag("line_manager"),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def _warning(table: Table, grades: list[str]) -> WarningRule:
    rule = WarningRule(
        sign_off=_sign_off(table.table("sign_off"), grades),
        monitoring_days=table.whole("monitoring_days", least=1, most=TEN_YEARS),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def _review(table: Table, grades: list[str]) -> ReviewRule:
    default_days = table.whole("default_days", least=1, most=TEN_YEARS)
    maximum_days = table.whole("maximum_days", least=1, most=TEN_YEARS)
    if default_days > maximum_days:
        table.wrong("default_days", f"default_days is more than maximum_days, {maximum_days}.")
    needs_sign_off = table.words("needs_sign_off")
    for outcome in needs_sign_off:
        if outcome not in OUTCOMES:
            table.wrong(
                "needs_sign_off",
                f'"{outcome}" is not a review outcome. Use any of: {", ".join(OUTCOMES)}.',
            )
    rule = ReviewRule(
        default_days=default_days,
        maximum_days=maximum_days,
        sign_off=_sign_off(table.table("sign_off"), grades),
        needs_sign_off=frozenset(needs_sign_off),
        reminders=tuple(_reminder(code, step) for code, step in _coded(table.tables("reminder"))),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    for days in _repeated(step.days for step in rule.reminders):
        table.wrong("reminder", f"Two reminders are due on the same day, {days}.")
    return rule


def _reminder(code: str, table: Table) -> ReminderStep:
    step = ReminderStep(
        code=code,
        days=table.whole("days", least=-TEN_YEARS, most=TEN_YEARS),
        every_days=table.whole("every_days", least=0, most=TEN_YEARS, default=0),
    )
    table.close()
    return step


def _access(table: Table) -> Access:
    words = table.words("timeline_roles")
    known = {role.value: role for role in Role}
    for word in words:
        if word not in known:
            table.wrong(
                "timeline_roles", f'"{word}" is not a role. Use any of: {", ".join(known)}.'
            )
    access = Access(
        timeline_roles=frozenset(known[word] for word in words if word in known),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return access


def _timezone(body: Table) -> str:
    name = body.text("timezone")
    if name:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            body.wrong("timezone", f'timezone "{name}" is not known. Write it like Europe/London.')
    return name


def _repeated(values: Iterable[int]) -> list[int]:
    return [value for value, count in Counter(values).items() if count > 1]
