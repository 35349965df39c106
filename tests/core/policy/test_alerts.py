"""How colleagues are told of contacts stands in the policy file."""

import pytest

from core.policy.load import PolicyFault, load_policy, shipped_policy
from core.policy.model import AlertRule
from tests.support.policies import NATURAL_ENGLAND, SMALL_BODY


def test_each_body_states_its_own() -> None:
    rule = NATURAL_ENGLAND.alerts
    assert (rule.together_minutes, rule.most_seen, rule.show_name) == (60, 200, False)
    assert rule.assumption
    assert (SMALL_BODY.alerts.together_minutes, SMALL_BODY.alerts.show_name) == (15, True)
    assert SMALL_BODY.alerts.together.total_seconds() == 900
    assert (rule.keep_receipts.days, SMALL_BODY.alerts.keep_receipts.days) == (90, 30)
    assert reminding(rule) == (24, 72, 3)
    assert reminding(SMALL_BODY.alerts) == (4, 8, 1)


def reminding(rule: AlertRule) -> tuple[int, int, int]:
    return rule.remind_after_hours, rule.escalate_after_hours, rule.remind_every_days


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("together_minutes = 60", "together_minutes = 0", "it must be from 1 to 1440"),
        ("most_seen = 200", "most_seen = 1001", "it must be from 1 to 1000"),
        ("keep_receipts_days = 90", "keep_receipts_days = 6", "it must be from 7 to 3650"),
        ("keep_receipts_days = 90", "keep_receipts_days = 3651", "it must be from 7 to 3650"),
        ("remind_after_hours = 24", "remind_after_hours = 0", "it must be from 1 to 672"),
        (
            "escalate_after_hours = 72",
            "escalate_after_hours = 24",
            "it must be more than remind_after_hours, 24.",
        ),
        ("escalate_after_hours = 72", "escalate_after_hours = 1345", "it must be from 2 to 1344"),
        ("remind_every_days = 3", "remind_every_days = 0", "it must be from 1 to 90"),
        ("show_name = false", 'show_name = "no"', "show_name must be true or false"),
        ("show_name = false", "show_names = false", '"alerts.show_names" is not a key'),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(old: str, new: str, told: str) -> None:
    text = shipped_policy()
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(PolicyFault) as fault:
        load_policy(text.replace(old, new))
    (problem,) = fault.value.problems
    assert problem.line == line
    assert told in problem.message


def test_a_file_from_before_colleagues_were_reminded_still_does() -> None:
    keys = ("remind_after_hours", "escalate_after_hours", "remind_every_days")
    lines = shipped_policy().splitlines(keepends=True)
    before = "".join(line for line in lines if not line.startswith(keys))
    assert before.count("\n") == len(lines) - len(keys)
    assert reminding(load_policy(before).alerts) == (24, 72, 3)
