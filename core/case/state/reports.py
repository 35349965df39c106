"""Incidents, contacts and warnings, as they were recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from core.case.events import MonitoringOutcome, Relation, Response
from core.vocabulary.ids import CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class Incident:
    no: EntryNo
    reported_by: StaffId
    reported_at: datetime
    corresponding: StaffId
    means: str
    occurred_at: datetime
    behaviours: frozenset[str]
    topic: str
    narrative: str
    extreme: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """``relation``, ``response``, ``reasons``: as ``assessed_by`` last said, at ``assessed_at``.

    ``asked``: everybody who was asked what to do about it (stage 6), ``waits_for``: the last of
    them, since ``asked_at``, ``in_place_of``: whom they stand in for; ``managers``: in whose own
    place they were asked.
    ``asked_by``: who had it asked last, which no answer takes back.
    ``person``: who made it, where it is not whose case it is.
    """

    no: EntryNo
    means: str
    occurred_at: datetime
    logged_by: StaffId
    topic: str
    note: str
    statutory: bool = False
    relation: Relation | None = None
    response: Response | None = None
    assessed_by: StaffId | None = None
    assessed_at: datetime | None = None
    asked: frozenset[StaffId] = frozenset()
    managers: frozenset[StaffId] = frozenset()
    waits_for: StaffId | None = None
    in_place_of: StaffId | None = None
    asked_at: datetime | None = None
    asked_by: StaffId | None = None
    person: CustomerId | None = None
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class GivenWarning:
    """``outcome``: what the monitoring period showed, once somebody said."""

    proposal: EntryNo
    given_at: datetime
    means: str
    monitor_until: date
    no: EntryNo
    outcome: MonitoringOutcome | None = None
