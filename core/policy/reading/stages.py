"""The rules of the stages: warning, sanctions, review, disengagement, telling the customer."""

from typing import Final

from core.policy.model import (
    DisengagementRule,
    ReviewRule,
    SanctionRule,
    Shape,
    Telling,
    WarningRule,
)
from core.policy.reading.common import TEN_YEARS, reminders, sign_off
from core.policy.table import LABEL_LENGTH, Table

OUTCOMES: Final = ("keep", "change", "lift")
"""The review outcomes that may need sign-off (``core.case.proposals.ReviewOutcome``)."""

LATER_OUTCOMES: Final = ("continue", "change", "re-engage")
"""Those of a disengagement (``core.case.proposals.DisengagementOutcome``)."""


def sanction(code: str, table: Table, grades: list[str]) -> SanctionRule:
    rule = SanctionRule(
        code=code,
        label=table.text("label", longest=LABEL_LENGTH),
        meaning=table.text("meaning", longest=LABEL_LENGTH),
        shape=_shape(table),
        sign_off=sign_off(table.table("sign_off"), grades),
        source=table.text("source"),
    )
    table.close()
    return rule


def warning(table: Table, grades: list[str]) -> WarningRule:
    rule = WarningRule(
        sign_off=sign_off(table.table("sign_off"), grades),
        monitoring_days=table.whole("monitoring_days", least=1, most=TEN_YEARS),
        reminders=reminders(table),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def review(table: Table, grades: list[str], outcomes: tuple[str, ...]) -> ReviewRule:
    default_days = table.whole("default_days", least=1, most=TEN_YEARS)
    maximum_days = table.whole("maximum_days", least=1, most=TEN_YEARS)
    if default_days > maximum_days:
        table.wrong("default_days", f"default_days is more than maximum_days, {maximum_days}.")
    needs_sign_off = table.words("needs_sign_off")
    for outcome in needs_sign_off:
        if outcome not in outcomes:
            table.wrong(
                "needs_sign_off",
                f'"{outcome}" is not a review outcome. Use any of: {", ".join(outcomes)}.',
            )
    rule = ReviewRule(
        default_days=default_days,
        maximum_days=maximum_days,
        sign_off=sign_off(table.table("sign_off"), grades),
        needs_sign_off=frozenset(needs_sign_off),
        reminders=reminders(table),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def disengagement(table: Table, grades: list[str]) -> DisengagementRule:
    rule = DisengagementRule(
        sign_off=sign_off(table.table("sign_off"), grades),
        review=review(table.table("review"), grades, LATER_OUTCOMES),
        clear_years=table.whole("clear_years", least=0, most=10),
        source=table.text("source"),
        assumption=table.flag("assumption"),
        refuse_other_topics=table.flag("refuse_other_topics"),
    )
    table.close()
    return rule


def telling(table: Table) -> Telling:
    rule = Telling(
        days=table.whole("days", least=0, most=TEN_YEARS),
        reminders=reminders(table),
        source=table.text("source"),
        assumption=table.flag("assumption"),
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
