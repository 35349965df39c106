"""How colleagues are told that a customer under sanction made contact."""

from typing import Final

from core.policy.model import AlertRule
from core.policy.table import Table

_FOUR_WEEKS: Final = 28 * 24


def alerts(table: Table) -> AlertRule:
    rule = AlertRule(
        together_minutes=table.whole("together_minutes", least=1, most=24 * 60),
        most_seen=table.whole("most_seen", least=1, most=1_000),
        show_name=table.flag("show_name"),
        keep_receipts_days=table.whole("keep_receipts_days", least=7, most=3650),
        remind_after_hours=table.whole("remind_after_hours", least=1, most=_FOUR_WEEKS, default=24),
        escalate_after_hours=table.whole(
            "escalate_after_hours", least=2, most=2 * _FOUR_WEEKS, default=72
        ),
        remind_every_days=table.whole("remind_every_days", least=1, most=90, default=3),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    first, up = rule.remind_after_hours, rule.escalate_after_hours
    if up <= first:
        told = f"escalate_after_hours is {up}, it must be more than remind_after_hours, {first}."
        table.wrong("escalate_after_hours", told)
    table.close()
    return rule
