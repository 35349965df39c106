"""Responsibilities, their powers and how much they read, in words."""

from collections.abc import Iterable, Mapping
from typing import Final

from core.policy.model import LogLevel, Power
from core.vocabulary.people import Role
from core.vocabulary.wording import listed

ROLES: Final[Mapping[Role, str]] = {
    Role.CUSTOMER_FOCUS: "the Customer Focus team",
    Role.LEGAL: "Legal",
    Role.DIRECTOR: "directors",
    Role.CHIEF_OPERATING_OFFICER: "the Chief Operating Officer",
    Role.ADMINISTRATOR: "administrators",
}

POWERS: Final[Mapping[Power, str]] = {
    Power.MANAGE: "act in any case as whoever looks after it",
    Power.ADVISE: "give legal advice",
    Power.OVERSEE: "decide what nobody in the line can, and answer appeals",
    Power.ADMINISTER: "keep the staff directory and name deputies",
}

MORE: Final[Mapping[LogLevel, str]] = {
    LogLevel.GUIDANCE: "nothing more",
    LogLevel.PERSON: "who the customer is",
    LogLevel.REASONS: "who the customer is, why, and who decided",
}

LEVELS: Final[Mapping[LogLevel, str]] = {
    level: "what is in force and what may be done"
    + ("" if level is LogLevel.GUIDANCE else f"; {more}")
    for level, more in MORE.items()
}


def roles_text(roles: Iterable[Role]) -> str:
    """In a steady order; ``nobody`` for none."""
    held = set(roles)
    return listed(name for role, name in ROLES.items() if role in held) or "nobody"
