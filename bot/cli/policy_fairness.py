"""What protects everybody, and who may do and read what, as text."""

from collections.abc import Iterator

from bot.cli.policy_lines import counted, heading, line, reminders, sign_off, words
from core.policy.model import AlertRule, Pattern, Policy


def fairness_text(policy: Policy) -> Iterator[str]:
    yield from _extreme(policy)
    yield from _appeals(policy)
    yield from heading("Contact that nothing in force touches")
    for right in policy.statutory_rights:
        yield line(right.label, right.source, right.assumption)
    conduct = policy.staff_conduct
    yield from heading("Behaviour by or between staff")
    yield line(conduct.route, conduct.source, conduct.assumption)


def patterns_text(policy: Policy) -> Iterator[str]:
    yield from heading("Counted on the timeline and offered as evidence")
    for pattern in policy.patterns:
        behaviour = policy.behaviour(pattern.behaviour)
        label = behaviour.label if behaviour else pattern.behaviour
        yield line(f"{label}: {_pattern(pattern)}", pattern.source, pattern.assumption)


def access_text(policy: Policy) -> Iterator[str]:
    yield from heading("What each responsibility may do beyond what every colleague may")
    powers = policy.powers
    each = "; ".join(f"{role}: {words(held)}" for role, held in powers.of.items())
    yield line(each or "nothing", powers.source, powers.assumption)
    yield from heading("How much of an entry of the Customer Sanctions Log is read")
    log = policy.log
    levels = [f"everyone: {log.everyone}", *(f"{role}: {at}" for role, at in log.roles.items())]
    yield line("; ".join(levels), log.source, log.assumption)
    yield from heading("Who may read a timeline, besides those involved and their managers")
    access = policy.access
    yield line(words(access.timeline_roles), access.source, access.assumption)
    yield from heading("When somebody is taken for a customer we know")
    rule = policy.screening
    likely = f"Likely from {rule.alert}% on, a person is asked from {rule.confirm}% on"
    yield line(likely, rule.source, rule.assumption)
    yield from _alerts(policy)


def _alerts(policy: Policy) -> Iterator[str]:
    rule = policy.alerts
    yield from heading("Alerts that a customer under sanction made contact")
    minutes = counted(rule.together_minutes, "minute")
    named = "with" if rule.show_name else "without"
    kept = counted(rule.keep_receipts_days, "day")
    yield line(
        f"Contacts within {minutes} are told together, {rule.most_seen} at most, {named} the name; "
        f"what became of each is kept for {kept}; brought to mind while open {_reminded(rule)}",
        rule.source,
        rule.assumption,
    )


def _reminded(rule: AlertRule) -> str:
    first, up = rule.remind_after_hours, rule.escalate_after_hours
    every = counted(rule.remind_every_days, "working day")
    return (
        f"after {counted(first, 'hour')} of working days, up the line too after "
        f"{counted(up, 'hour')}, then every {every}"
    )


def _extreme(policy: Policy) -> Iterator[str]:
    rule = policy.extreme
    yield from heading("Extreme behaviour")
    alerted = f"Alerted at once: {words(rule.alerted)}. First of all: {rule.danger}"
    yield line(alerted, rule.source, rule.assumption)
    yield sign_off(policy, rule.sign_off)


def _appeals(policy: Policy) -> Iterator[str]:
    rule = policy.appeals
    stages = words(str(stage) for stage in rule.stages)
    grade = policy.grade_label(rule.minimum_grade)
    answered = f"answered within {counted(rule.working_days, 'working day')}"
    yield from heading("Appeals")
    yield line(
        f"Once at each of the stages {stages}, {answered}, handled by at least {grade}",
        rule.source,
        rule.assumption,
    )
    yield from reminders(rule.reminders)


def _pattern(pattern: Pattern) -> str:
    parts = [f"{counted(pattern.contacts, 'contact')} or more on one topic"]
    if pattern.within_days:
        parts.append(f"within {counted(pattern.within_days, 'day')}")
    if pattern.over_days:
        parts.append(f"over {counted(pattern.over_days, 'day')} or more")
    if pattern.staff > 1:
        parts.append(f"to {counted(pattern.staff, 'colleague')} or more")
    return ", ".join(parts)
