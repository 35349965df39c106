"""The policy as text to read on a terminal, each value with its section."""

from collections.abc import Iterator
from typing import Final

from core.policy.model import Policy, SignOff

MARK: Final = " (assumption)"


def policy_text(policy: Policy) -> Iterator[str]:
    """Lines; those with a value on which the policy document is silent end in ``MARK``."""
    yield f"{policy.title}, {policy.body}"
    yield f"Questions: {policy.contact}. Times are those of {policy.timezone}."
    yield from _grades(policy)
    yield from _behaviours(policy)
    yield from _warning(policy)
    yield from _sanctions(policy)
    yield from _review(policy)
    yield from _access(policy)


def _grades(policy: Policy) -> Iterator[str]:
    yield from ("", "Grades, junior to senior")
    yield "  " + ", ".join(grade.label for grade in policy.grades)
    yield from ("", "Means of contact")
    yield "  " + ", ".join(means.label for means in policy.means)


def _behaviours(policy: Policy) -> Iterator[str]:
    yield from ("", "Unacceptable behaviour")
    for behaviour in policy.behaviours:
        yield f"  {behaviour.label}: {behaviour.meaning} [{behaviour.source}]"


def _warning(policy: Policy) -> Iterator[str]:
    rule = policy.warning
    yield from ("", "Warning")
    yield _line(f"Monitored for {rule.monitoring_days} days", rule.source, rule.assumption)
    yield _sign_off(policy, rule.sign_off)


def _sanctions(policy: Policy) -> Iterator[str]:
    yield from ("", "Intermediate sanctions")
    for sanction in policy.sanctions:
        yield f"  {sanction.label}: {sanction.meaning} [{sanction.source}]"
        yield "  " + _sign_off(policy, sanction.sign_off)


def _review(policy: Policy) -> Iterator[str]:
    rule = policy.review
    yield from ("", "Review")
    interval = f"After {rule.default_days} days unless said otherwise, {rule.maximum_days} at most"
    yield _line(interval, rule.source, rule.assumption)
    yield f"  A second person signs off: {', '.join(sorted(rule.needs_sign_off)) or 'nothing'}"
    yield _sign_off(policy, rule.sign_off)
    for step in rule.reminders:
        repeated = f", then every {step.every_days} days" if step.every_days else ""
        yield f"  Reminder {_when(step.days)}{repeated}"


def _access(policy: Policy) -> Iterator[str]:
    roles = ", ".join(sorted(policy.access.timeline_roles))
    yield from ("", "Who may read a timeline, besides those involved and their managers")
    yield _line(roles or "nobody", policy.access.source, policy.access.assumption)


def _sign_off(policy: Policy, rule: SignOff) -> str:
    grade = policy.grade_label(rule.minimum_grade)
    whom = "the line manager" if rule.line_manager else "somebody"
    return _line(f"Signed off by {whom}, at least {grade}", rule.source, rule.assumption)


def _line(text: str, source: str, assumption: bool) -> str:
    return f"  {text} [{source}]{MARK if assumption else ''}"


def _when(days: int) -> str:
    if days == 0:
        return "on the review date"
    return f"{abs(days)} days {'before' if days < 0 else 'after'} the review date"
