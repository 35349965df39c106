"""Colleagues: who they are, how senior, and whom they answer to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from core.vocabulary.ids import StaffId


class Role(StrEnum):
    """A responsibility the policy names (Responsibilities; Extreme behaviour)."""

    CUSTOMER_FOCUS = "customer-focus"
    LEGAL = "legal"
    DIRECTOR = "director"
    CHIEF_OPERATING_OFFICER = "chief-operating-officer"
    ADMINISTRATOR = "administrator"


SENIOR_ROLES: Final = (Role.DIRECTOR, Role.CHIEF_OPERATING_OFFICER, Role.LEGAL)
"""Whose holders every decision knows, wherever they stand in the line of management."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person's account on one chat platform, e.g. ``Account("slack", "T1", "U7")``."""

    platform: str
    workspace: str
    user: str


@dataclass(frozen=True, slots=True)
class Absence:
    """From ``first`` to ``last``, both included, ``deputy`` decides instead, if one is named."""

    first: date
    last: date
    deputy: StaffId | None = None


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A colleague. ``grade`` is a grade code of the policy file."""

    id: StaffId
    name: str
    grade: str
    team: str
    email: str = ""
    line_manager: StaffId | None = None
    roles: frozenset[Role] = frozenset()
    accounts: frozenset[Account] = frozenset()
    active: bool = True
    absences: tuple[Absence, ...] = ()

    def absence_on(self, day: date) -> Absence | None:
        return next((a for a in self.absences if a.first <= day <= a.last), None)


class People:
    """The colleagues a decision needs to know.

    Those it touches, everyone above them, the deputies of all these, and the directors, the Chief
    Operating Officer and Legal.
    """

    def __init__(self, members: Iterable[StaffMember]) -> None:
        self._by_id = {member.id: member for member in members}

    def __iter__(self) -> Iterator[StaffMember]:
        return iter(self._by_id.values())

    def get(self, staff: StaffId | None) -> StaffMember | None:
        return self._by_id.get(staff) if staff is not None else None

    def name_of(self, staff: StaffId) -> str:
        """The person's name, or their id when they have left the directory."""
        member = self._by_id.get(staff)
        return member.name if member else str(staff)

    def with_role(self, role: Role) -> tuple[StaffMember, ...]:
        """Active colleagues with this responsibility, by name."""
        found = (m for m in self._by_id.values() if m.active and role in m.roles)
        return tuple(sorted(found, key=lambda member: (member.name, member.id)))

    def above(self, staff: StaffId) -> tuple[StaffMember, ...]:
        """The line of management above ``staff``, nearest first; safe against a loop."""
        chain: list[StaffMember] = []
        seen = {staff}
        member = self._by_id.get(staff)
        while member and member.line_manager and member.line_manager not in seen:
            seen.add(member.line_manager)
            member = self._by_id.get(member.line_manager)
            if member:
                chain.append(member)
        return tuple(chain)
