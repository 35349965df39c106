"""How a value of the policy is put on a line, with where it comes from."""

from collections.abc import Iterable, Iterator
from typing import Final

from core.policy.model import Policy, ReminderStep, SignOff
from core.vocabulary.wording import listed

MARK: Final = " (assumption)"


def heading(text: str) -> Iterator[str]:
    yield from ("", text)


def line(text: str, source: str, assumption: bool = False) -> str:
    return f"  {text} [{source}]{MARK if assumption else ''}"


def sign_off(policy: Policy, rule: SignOff) -> str:
    grade = policy.grade_label(rule.minimum_grade)
    whom = "the line manager" if rule.line_manager else "somebody"
    return line(f"Signed off by {whom}, at least {grade}", rule.source, rule.assumption)


def reminders(steps: Iterable[ReminderStep]) -> Iterator[str]:
    for step in steps:
        repeated = f", then every {counted(step.every_days, 'day')}" if step.every_days else ""
        yield f"  Reminder {_when(step.days)}{repeated}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def words(codes: Iterable[str]) -> str:
    """Roles, powers and the like, as the policy file writes them, in a steady order."""
    return listed(sorted(codes)) or "nobody"


def _when(days: int) -> str:
    if days == 0:
        return "on the day"
    return f"{counted(abs(days), 'day')} {'before' if days < 0 else 'after'} it"
