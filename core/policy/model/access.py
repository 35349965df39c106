"""Who may read what, and which powers a responsibility brings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.vocabulary.people import Role


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read a case's timeline besides the colleagues involved and their managers."""

    timeline_roles: frozenset[Role]
    source: str
    assumption: bool = False


class LogLevel(StrEnum):
    """How much of an entry of the Customer Sanctions Log somebody reads, from least to most.

    ``GUIDANCE``: the reference, what is in force and what may be done. ``PERSON``: also who the
    customer is. ``REASONS``: also why, and by whom it was decided.
    """

    GUIDANCE = "guidance"
    PERSON = "person"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class LogAccess:
    """Stages 3 and 6. ``roles``: levels that differ from ``everyone``'s."""

    everyone: LogLevel
    roles: Mapping[Role, LogLevel]
    source: str
    assumption: bool = False

    def level_of(self, roles: frozenset[Role]) -> LogLevel:
        levels = list(LogLevel)
        held = [self.everyone, *(level for role, level in self.roles.items() if role in roles)]
        return max(held, key=levels.index)


class Power(StrEnum):
    """``MANAGE``: do in any case what its owner may. ``ADVISE``: give legal advice.
    ``OVERSEE``: decide what nobody in the line can, and handle appeals.
    ``ADMINISTER``: keep the staff directory and name deputies.
    """

    MANAGE = "manage"
    ADVISE = "advise"
    OVERSEE = "oversee"
    ADMINISTER = "administer"


@dataclass(frozen=True, slots=True)
class Powers:
    """Responsibilities: what each role may do beyond what every colleague may."""

    of: Mapping[Role, frozenset[Power]]
    source: str
    assumption: bool = False

    def held(self, roles: frozenset[Role]) -> frozenset[Power]:
        return frozenset().union(*(self.of.get(role, frozenset()) for role in roles))
