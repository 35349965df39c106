"""The policy as text: every value with its source, and which values are assumptions."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from bot.cli.policy_text import MARK, policy_text
from core.policy.model import Policy, SignOff
from tests.support.policies import Body, under_each_policy


def parts(value: object) -> Iterator[object]:
    """``value`` and everything stated inside it."""
    if is_dataclass(value):
        yield value
        for each in fields(value):
            yield from parts(getattr(value, each.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def text_of(policy: Policy) -> list[str]:
    return list(policy_text(policy))


@under_each_policy
def test_every_source_is_told(body: Body) -> None:
    text = "\n".join(text_of(body.policy))
    sources = [part.source for part in parts(body.policy) if hasattr(part, "source")]
    assert len(sources) > 15
    assert [source for source in sources if f"[{source}]" not in text] == []


@under_each_policy
def test_every_assumption_has_its_own_line_and_nothing_else_is_marked(body: Body) -> None:
    assumed = [part for part in parts(body.policy) if getattr(part, "assumption", False)]
    marked = [line for line in text_of(body.policy) if line.endswith(MARK)]
    assert len(marked) == len(assumed)
    for part in assumed:
        assert any(f"[{getattr(part, 'source', '')}]{MARK}" in line for line in marked)


@under_each_policy
def test_every_word_and_number_is_told(body: Body) -> None:
    policy, text = body.policy, "\n".join(text_of(body.policy))
    labels = [part.label for part in parts(policy) if hasattr(part, "label")]
    told = [
        *labels,
        *(part.meaning for part in parts(policy) if hasattr(part, "meaning")),
        *(policy.grade_label(p.minimum_grade) for p in parts(policy) if isinstance(p, SignOff)),
        *(policy.body, policy.title, policy.contact, policy.timezone),
        *(policy.extreme.danger, policy.staff_conduct.route),
        f"{policy.warning.monitoring_days} days",
        f"{policy.disengagement.review.default_days} days",
        f"{policy.disengagement.clear_years} year",
        f"{policy.telling.days} days",
        f"{policy.escalation.working_days} working days",
        f"{policy.appeals.working_days} working days",
        *(f"{pattern.contacts} contacts" for pattern in policy.patterns),
        *(role.value for role in policy.powers.of),
        *(f"{role}: {level}" for role, level in policy.log.roles.items()),
    ]
    assert [each for each in told if each not in text] == []
