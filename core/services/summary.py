"""The part of a case that lists and sweeps need, kept beside it. It holds no personal data."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.case.events import DutyKind
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId

DISENGAGED: Final = "disengaged"


@dataclass(frozen=True, slots=True)
class InForce:
    """A sanction or a disengagement in force; for the latter ``code`` is ``DISENGAGED``.

    ``since``: from when on; ``None`` in what earlier versions kept.
    """

    measure: EntryNo
    code: str
    review_on: date
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class AlsoBound:
    """From when on something in force binds this other person too (Scope)."""

    person: CustomerId
    since: datetime


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A proposal that awaits its decision. ``in_place_of``: whom the approver stands in for; "" for
    somebody of whom nothing was written down.

    ``corresponding``: with the customer; nobody in what earlier versions kept.
    """

    proposal: EntryNo
    approver: StaffId
    proposed_by: StaffId
    proposed_at: datetime
    in_place_of: StaffId | None = None
    corresponding: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A contact about which somebody was asked. ``in_place_of``: whom they stand in for.

    ``known_to``: whoever got the contact, and whoever asked.
    """

    contact: EntryNo
    asked: StaffId
    in_place_of: StaffId | None = None
    known_to: tuple[StaffId, ...] = ()


@dataclass(frozen=True, slots=True)
class Owed:
    """What somebody still has to do; see ``core.case.duties.owing.Duty``."""

    kind: DutyKind
    about: EntryNo
    owed_by: StaffId
    due_on: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for ``asked``'s word, in the place of ``holder``, or in their own; ``holder`` is
    "" where it was not written down whose place it is.

    ``about``: a proposal or, ``of_contact``, a contact. ``concerned``: others on whom it depends
    who may take that place.
    """

    about: EntryNo
    holder: StaffId
    asked: StaffId
    concerned: tuple[StaffId, ...] = ()
    of_contact: bool = False


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """``open``: whether further incidents of the customer join this case.

    ``remind_on``: the day on which somebody is next to be reminded of something, if ever.
    ``also_bound``: other customers whom something in force binds too (Scope); ``bound_since``: each
    of them, for everything that does. ``version``: the last entry it takes account of; 0 in what
    earlier versions kept.
    """

    case: CaseId
    reference: str
    customer: CustomerId
    owner: StaffId
    open: bool
    in_force: tuple[InForce, ...] = ()
    awaiting: tuple[Awaiting, ...] = ()
    owed: tuple[Owed, ...] = ()
    remind_on: date | None = None
    also_bound: frozenset[CustomerId] = frozenset()
    bound_since: tuple[AlsoBound, ...] = ()
    asked: tuple[Asked, ...] = ()
    version: int = 0

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What is put to somebody else where those it waits for go away (Responsibilities)."""
        proposals = (
            Waiting(
                each.proposal,
                each.approver if each.in_place_of is None else each.in_place_of,
                each.approver,
                tuple(filter(None, (each.proposed_by, each.corresponding))),
            )
            for each in self.awaiting
        )
        contacts = (
            Waiting(each.contact, each.in_place_of or each.asked, each.asked, each.known_to, True)
            for each in self.asked
        )
        return (*proposals, *contacts)

    def binds_since(self, person: CustomerId) -> datetime | None:
        """From when on anything that is in force binds them; ``None`` where nobody wrote it down.

        Whoever is not one of the others is the customer.
        """
        if person in self.also_bound:
            moments = [each.since for each in self.bound_since if each.person == person]
        else:
            moments = [each.since for each in self.in_force if each.since]
        return min(moments, default=None)
