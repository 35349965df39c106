"""Fields that several forms ask alike."""

from datetime import datetime

from bot.views.form import (
    ChoiceField,
    ManyField,
    MomentField,
    Option,
    Source,
    SuggestField,
    TextField,
)
from core.policy.model import Policy
from core.vocabulary.people import StaffMember

OPTION_LIMIT = 75


def option(value: str, label: str, description: str = "") -> Option:
    """Cut to what every platform can show."""
    return Option(value, label[:OPTION_LIMIT], description[:OPTION_LIMIT])


def staff_option(policy: Policy, member: StaffMember) -> Option:
    return option(member.id, f"{member.name} ({policy.grade_label(member.grade)})", member.team)


def staff(name: str, label: str, value: Option | None, hint: str = "") -> SuggestField:
    return SuggestField(name=name, label=label, source=Source.STAFF, value=value, hint=hint)


def means(policy: Policy, label: str, value: str = "") -> ChoiceField:
    """Nothing is filled in for a ``value`` that the policy does not name."""
    options = tuple(option(m.code, m.label) for m in policy.means)
    known = value if policy.means_of(value) else None
    return ChoiceField(name="means", label=label, options=options, value=known)


def behaviours(policy: Policy, *, in_breach: bool = False) -> ManyField:
    """``in_breach``: of what was in force, which is reason enough without a behaviour."""
    hint = "Choose all that apply. The meanings are those of Annex A."
    breach = "Choose none if they broke what was in force, and nothing more."
    return ManyField(
        name="behaviours",
        label="Which behaviour was it?",
        hint=f"{hint} {breach}" if in_breach else hint,
        required=not in_breach,
        options=tuple(option(b.code, b.label, b.meaning) for b in policy.behaviours),
    )


def moment(name: str, label: str, value: datetime) -> MomentField:
    """Filled in with ``value``, to the minute."""
    return MomentField(name=name, label=label, value=value.replace(second=0, microsecond=0))


def words(
    name: str, label: str, *, limit: int, hint: str = "", value: str = "", required: bool = True
) -> TextField:
    return TextField(
        name=name,
        label=label,
        hint=hint,
        value=value,
        multiline=True,
        max_length=limit,
        required=required,
    )
