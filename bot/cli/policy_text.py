"""The policy as text to read on a terminal, each value with its section."""

from collections.abc import Iterator

from bot.cli.policy_fairness import access_text, fairness_text, patterns_text
from bot.cli.policy_lines import MARK, heading, line
from bot.cli.policy_stages import stages_text
from core.policy.model import Means, Policy

__all__ = ["MARK", "policy_text"]


def policy_text(policy: Policy) -> Iterator[str]:
    """Lines; those with a value on which the policy document is silent end in ``MARK``."""
    yield f"{policy.title}, {policy.body}"
    yield (
        f"Questions: {policy.contact}. Times are those of {policy.timezone}, bank holidays "
        f"those of {policy.bank_holidays}."
    )
    yield from _words(policy)
    yield from patterns_text(policy)
    yield from stages_text(policy)
    yield from fairness_text(policy)
    yield from access_text(policy)


def _words(policy: Policy) -> Iterator[str]:
    yield from heading("Grades, junior to senior")
    yield "  " + ", ".join(grade.label for grade in policy.grades)
    yield from heading("Means of contact")
    yield "  " + ", ".join(map(_means, policy.means))
    yield from heading("Unacceptable behaviour")
    for behaviour in policy.behaviours:
        yield line(f"{behaviour.label}: {behaviour.meaning}", behaviour.source)


def _means(means: Means) -> str:
    marks = ["a call"] * means.is_call + ["in writing"] * means.is_written
    return f"{means.label} ({', '.join(marks)})" if marks else means.label
