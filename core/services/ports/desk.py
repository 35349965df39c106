"""What the services need from outside, all on one desk. The adapters provide it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.alert.events import AlertEvent
from core.alert.state import Alert
from core.case.events import CaseEvent
from core.case.register import RegisterEvent
from core.services.incoming import Receipt, Receipts
from core.services.messages import Message
from core.services.ports.finders import Alerts, Cases, Customers, Directory, WatchedChannels
from core.services.ports.screening import Screening
from core.services.summary import CaseSummary
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, StaffId
from core.vocabulary.people import StaffMember


class Clock(Protocol):
    def now(self) -> datetime:
        """The time, aware, in UTC."""
        ...


class Ids(Protocol):
    """Randomness from outside."""

    def identifier(self) -> str:
        """A fresh, unguessable identifier of at most 32 letters, digits and hyphens."""
        ...

    def reference(self, prefix: str) -> str:
        """A short reference to read aloud, e.g. ``UCB-7K3F9Q`` for the prefix ``UCB``."""
        ...


Event = CaseEvent | RegisterEvent | AlertEvent


@dataclass(frozen=True, slots=True)
class Change:
    """Events for one stream. ``expected_version``: the entries it had when the decision was made.

    ``stream``: ``case:<id>``, ``views:<case id>``, ``customer:<id>``, ``staff:<id>``,
    ``alert:<id>`` or ``channel:<platform>:<place>``. ``subject``: whose data key the payloads are
    encrypted with, a customer's or a staff member's id, or the name of the channel's stream.
    """

    stream: str
    subject: str
    expected_version: int
    by: StaffId
    at: datetime
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class AlertsToRedraw:
    """What binds ``customers`` is other than it was: every open alert of theirs tells it now.

    They are found as the commit is kept, so that none raised meanwhile is missed. ``because``:
    what happened, by a name of its own.
    """

    customers: frozenset[CustomerId]
    because: str


@dataclass(frozen=True, slots=True)
class Commit:
    """All that one command changes, kept in one transaction or not at all.

    ``delivery``: names the delivery that asked for it; a second commit of the same delivery
    raises ``AlreadyDone``. Of receipts alone their keys are its name, and it raises ``Conflict``.
    """

    delivery: str
    changes: tuple[Change, ...]
    summaries: tuple[CaseSummary, ...] = ()
    customers: tuple[Customer, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    messages: tuple[Message, ...] = ()
    alerts: tuple[Alert, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    redraw: AlertsToRedraw | None = None


class Conflict(Exception):
    """Somebody else changed the same meanwhile: load it again and decide again."""


class AlreadyDone(Exception):
    """This delivery was carried out before. ``case``: the case it concerned, if one."""

    def __init__(self, case: CaseId | None = None) -> None:
        super().__init__("already done")
        self.case = case


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One kept event with its place in the chain. ``version`` counts within the stream from 1."""

    position: int
    stream: str
    version: int
    at: datetime
    by: StaffId
    event: Event
    hash: str


class Store(Protocol):
    """Keeps the timeline, its projections and the outbox."""

    async def load(self, stream: str) -> tuple[TimelineEntry, ...]:
        """The entries of a stream in order; empty for a stream that does not exist."""
        ...

    async def load_each(self, streams: Sequence[str]) -> Mapping[str, tuple[TimelineEntry, ...]]:
        """As ``load``, of each of these that exists."""
        ...

    async def commit(self, commit: Commit) -> None:
        """Keep it all. Raises ``Conflict`` or ``AlreadyDone``, and then nothing was kept."""
        ...

    async def was_done(self, delivery: str) -> AlreadyDone | None:
        """What became of a delivery that was committed before; ``None`` for a new one."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The ports, together, as the wiring hands them over."""

    store: Store
    cases: Cases
    customers: Customers
    directory: Directory
    clock: Clock
    ids: Ids
    screening: Screening
    alerts: Alerts
    receipts: Receipts
    watched: WatchedChannels
    calendar: Calendar = NO_HOLIDAYS
