"""How colleagues are told that a customer under sanction made contact."""

from core.policy.model import AlertRule
from core.policy.table import Table


def alerts(table: Table) -> AlertRule:
    rule = AlertRule(
        together_minutes=table.whole("together_minutes", least=1, most=24 * 60),
        most_seen=table.whole("most_seen", least=1, most=1_000),
        show_name=table.flag("show_name"),
        keep_receipts_days=table.whole("keep_receipts_days", least=7, most=3650),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule
