"""Evidence, appeals, extreme behaviour, rights that nothing touches, and the conduct of staff."""

from core.policy.model import (
    AppealRule,
    Escalation,
    ExtremeRule,
    Pattern,
    StaffConduct,
    StatutoryRight,
)
from core.policy.reading.common import TEN_YEARS, chosen, grade, reminders, sign_off
from core.policy.table import Table
from core.vocabulary.people import SENIOR_ROLES, Role


def escalation(table: Table) -> Escalation:
    rule = Escalation(
        working_days=table.whole("working_days", least=1, most=365),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def extreme(table: Table, grades: list[str]) -> ExtremeRule:
    rule = ExtremeRule(
        sign_off=sign_off(table.table("sign_off"), grades),
        alerted=chosen("alerted", table, Role, "a role"),
        danger=table.text("danger"),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    for role in sorted(rule.alerted - frozenset(SENIOR_ROLES)):
        table.wrong("alerted", f'"{role}" cannot be alerted, only {", ".join(SENIOR_ROLES)}.')
    table.close()
    return rule


def appeals(table: Table, grades: list[str]) -> AppealRule:
    stages = table.wholes("stages")
    for stage in stages:
        if stage not in (2, 5):
            table.wrong("stages", f"A decision is made at stage 2 or 5, not at {stage}.")
    rule = AppealRule(
        stages=frozenset(stages),
        working_days=table.whole("working_days", least=1, most=365),
        minimum_grade=grade("minimum_grade", table, grades),
        reminders=reminders(table),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def pattern(table: Table, behaviours: list[str]) -> Pattern:
    behaviour = table.text("behaviour")
    if behaviour and behaviour not in behaviours:
        table.wrong("behaviour", f'behaviour "{behaviour}" is not one of this file.')
    rule = Pattern(
        behaviour=behaviour,
        contacts=table.whole("contacts", least=2, most=1000),
        within_days=table.whole("within_days", least=0, most=TEN_YEARS, default=0),
        over_days=table.whole("over_days", least=0, most=TEN_YEARS, default=0),
        staff=table.whole("staff", least=1, most=1000, default=1),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def statutory_right(table: Table) -> StatutoryRight:
    right = StatutoryRight(
        label=table.text("label"),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return right


def staff_conduct(table: Table) -> StaffConduct:
    rule = StaffConduct(
        route=table.text("route"),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule
