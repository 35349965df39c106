"""The policy's rules in short, for anybody; values on which the document is silent are marked."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.visit import Visit
from bot.conversation.words.roles import LEVELS, MORE, POWERS, ROLES, roles_text
from bot.conversation.words.sentences import counted, ended
from bot.views.answer import Answer
from bot.views.card import Block, Bullets, Card, Heading, Note, Paragraph
from core.policy.model import Policy, SignOff
from core.vocabulary.wording import listed, upper_first

MARK: Final = " (assumption)"


async def page(visit: Visit, _text: str) -> Answer:
    policy = visit.office.policy
    return Card(
        title=policy.title,
        summary="The policy's rules in short.",
        blocks=(
            Paragraph(
                f"{policy.body}. At least two people of different grades are involved in every "
                "warning, sanction and disengagement, and every step is kept on a timeline."
            ),
            *_sections(policy),
            Note(f"{MARK.strip()}: the policy document is silent here, so we chose a value."),
            Note(f"Questions about the policy: {policy.contact}"),
        ),
    )


def _sections(policy: Policy) -> Iterator[Block]:
    sections = (
        ("Unacceptable behaviour", _behaviours(policy)),
        ("Warning", _warning(policy)),
        ("Sanctions", _sanctions(policy)),
        ("Disengagement", _disengagement(policy)),
        ("Extreme behaviour", _extreme(policy)),
        ("Telling the customer, and appeals", _fairness(policy)),
        ("Who does what", _people(policy)),
    )
    for title, lines in sections:
        yield Heading(title)
        yield Bullets(tuple(lines))


def _behaviours(policy: Policy) -> Iterator[str]:
    for behaviour in policy.behaviours:
        yield f"{behaviour.label}: {ended(behaviour.meaning)}"
    conduct = policy.staff_conduct
    yield f"Not for behaviour by or between staff. {ended(conduct.route)}{_if(conduct.assumption)}"


def _warning(policy: Policy) -> Iterator[str]:
    rule = policy.warning
    yield (
        "First we explain, ask for the behaviour to change, and watch for "
        f"{counted(rule.monitoring_days, 'day')}{_if(rule.assumption)}."
    )
    yield _agreed(policy, rule.sign_off)


def _sanctions(policy: Policy) -> Iterator[str]:
    yield "Only when the behaviour went on after a warning, alone or together:"
    for sanction in policy.sanctions:
        sign_off = sanction.sign_off
        yield f"{sanction.label}. {_agreed(policy, sign_off)}"
    rule = policy.review
    yield (
        f"Reviewed after {counted(rule.default_days, 'day')} unless said otherwise, "
        f"{rule.maximum_days} at most{_if(rule.assumption)}."
    )


def _disengagement(policy: Policy) -> Iterator[str]:
    rule = policy.disengagement
    yield "Completely or on particular topics, only when sanctions did not help."
    yield _agreed(policy, rule.sign_off)
    yield (
        f"Reviewed after {counted(rule.review.default_days, 'day')}{_if(rule.review.assumption)}."
    )
    yield (
        f"Ended only after {counted(rule.clear_years, 'year')} without incident or "
        f"recurrence{_if(rule.assumption)}."
    )


def _extreme(policy: Policy) -> Iterator[str]:
    rule = policy.extreme
    yield f"{ended(rule.danger)}{_if(rule.assumption)}"
    alerted = roles_text(rule.alerted)
    yield (
        f"Alerted at once: {alerted}{_if(rule.assumption)}. Stages may be skipped and no warning "
        "is needed."
    )
    yield _agreed(policy, rule.sign_off)
    yield "Reporting to Legal and the Police is considered, and the reasons are recorded."


def _fairness(policy: Policy) -> Iterator[str]:
    telling, appeals = policy.telling, policy.appeals
    yield (
        "In writing: the decision, its reasons, how long it lasts, its review and how to challenge "
        f"it, within {counted(telling.days, 'day')}{_if(telling.assumption)}."
    )
    stages = listed(str(stage) for stage in sorted(appeals.stages))
    grade = policy.grade_label(appeals.minimum_grade)
    yield (
        f"Challenged once at each of the stages {stages}, answered within "
        f"{counted(appeals.working_days, 'working day')} by somebody who was not involved, at "
        f"least {grade}{_if(appeals.assumption)}."
    )
    for right in policy.statutory_rights:
        yield f"Nothing in force touches {right.label}{_if(right.assumption)}."


def _people(policy: Policy) -> Iterator[str]:
    rule = policy.escalation
    yield (
        f"A proposal unanswered for {counted(rule.working_days, 'working day')} goes up the "
        f"line{_if(rule.assumption)}."
    )
    for role, held in policy.powers.of.items():
        may = listed(POWERS[power] for power in sorted(held))
        yield f"{upper_first(ROLES[role])} may {may}{_if(policy.powers.assumption)}."
    yield from _log(policy)
    readers = roles_text(policy.access.timeline_roles)
    yield (
        "A timeline is read by those involved, their managers, and "
        f"{readers}{_if(policy.access.assumption)}."
    )


def _log(policy: Policy) -> Iterator[str]:
    log = policy.log
    mark = _if(log.assumption)
    yield f"In the Customer Sanctions Log everyone reads {LEVELS[log.everyone]}{mark}."
    for level in LEVELS:
        roles = [role for role, held in log.roles.items() if held is level]
        if roles:
            yield f"There {roles_text(roles)} also read {MORE[level]}{mark}."


def _agreed(policy: Policy, rule: SignOff) -> str:
    whom = "the line manager" if rule.line_manager else "somebody above"
    grade = policy.grade_label(rule.minimum_grade)
    return f"Agreed by {whom} or the next above, at least {grade}{_if(rule.assumption)}."


def _if(assumption: bool) -> str:
    return MARK if assumption else ""
