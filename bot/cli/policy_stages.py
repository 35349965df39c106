"""The rules of the stages as text: from the warning to the end of a disengagement."""

from collections.abc import Iterator

from bot.cli.policy_lines import counted, heading, line, reminders, sign_off
from core.policy.model import DisengagementRule, Policy, ReviewRule
from core.vocabulary.wording import listed


def stages_text(policy: Policy) -> Iterator[str]:
    yield from _warning(policy)
    yield from _sanctions(policy)
    yield from heading("Review of sanctions")
    yield from _review(policy, policy.review)
    yield from _disengagement(policy)
    yield from _telling(policy)
    yield from _escalation(policy)


def _warning(policy: Policy) -> Iterator[str]:
    rule = policy.warning
    yield from heading("Warning")
    monitored = f"Monitored for {counted(rule.monitoring_days, 'day')}"
    yield line(monitored, rule.source, rule.assumption)
    yield sign_off(policy, rule.sign_off)
    yield from reminders(rule.reminders)


def _sanctions(policy: Policy) -> Iterator[str]:
    yield from heading("Intermediate sanctions")
    for sanction in policy.sanctions:
        yield line(f"{sanction.label}: {sanction.meaning}", sanction.source)
        yield "  " + sign_off(policy, sanction.sign_off)


def _review(policy: Policy, rule: ReviewRule) -> Iterator[str]:
    usual = counted(rule.default_days, "day")
    interval = f"Reviewed after {usual} unless said otherwise, {rule.maximum_days} at most"
    yield line(interval, rule.source, rule.assumption)
    yield f"  A second person signs off: {listed(sorted(rule.needs_sign_off)) or 'nothing'}"
    yield sign_off(policy, rule.sign_off)
    yield from reminders(rule.reminders)


def _disengagement(policy: Policy) -> Iterator[str]:
    rule = policy.disengagement
    yield from heading("Disengagement")
    clear = f"Ended only after {counted(rule.clear_years, 'year')} without incident or recurrence"
    yield line(clear, rule.source, rule.assumption)
    yield _on_other_topics(rule)
    yield sign_off(policy, rule.sign_off)
    yield from _review(policy, rule.review)


def _on_other_topics(rule: DisengagementRule) -> str:
    who = "nobody" if rule.refuse_other_topics else "a manager who is asked"
    said = f"After a complete one, {who} may have contact on a wholly different topic answered"
    return line(said, rule.source, rule.assumption)


def _telling(policy: Policy) -> Iterator[str]:
    rule = policy.telling
    yield from heading("Telling the customer")
    within = f"Told in writing of a decision within {counted(rule.days, 'day')}"
    yield line(within, rule.source, rule.assumption)
    yield from reminders(rule.reminders)


def _escalation(policy: Policy) -> Iterator[str]:
    rule = policy.escalation
    yield from heading("Approvals that nobody answers")
    after = f"Go up the line after {counted(rule.working_days, 'working day')}"
    yield line(after, rule.source, rule.assumption)
