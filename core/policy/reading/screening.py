"""From when on somebody is taken for a customer we know."""

from core.policy.model import ScreeningRule
from core.policy.table import Table


def screening(table: Table) -> ScreeningRule:
    rule = ScreeningRule(
        alert=table.whole("alert", least=1, most=100),
        confirm=table.whole("confirm", least=1, most=100),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    if rule.confirm > rule.alert:
        table.wrong("confirm", "confirm is more than alert: people would never be asked.")
    table.close()
    return rule
