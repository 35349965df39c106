"""What the policy service needs from outside. The adapters provide it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.alert.events import AlertEvent
from core.alert.state import Alert
from core.case.events import CaseEvent
from core.case.register import RegisterEvent
from core.services.incoming import Alerts, Receipt, Receipts, WatchedChannels
from core.services.messages import Message
from core.services.screening import Screening
from core.services.summary import CaseSummary
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, StaffId
from core.vocabulary.people import Account, People, StaffMember


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

    ``stream``: ``case:<id>``, ``customer:<id>``, ``staff:<id>``, ``alert:<id>`` or
    ``channel:<platform>:<place>``. ``subject``: whose data key the payloads are encrypted with,
    a customer's or a staff member's id, or the name of the channel's stream.
    """

    stream: str
    subject: str
    expected_version: int
    by: StaffId
    at: datetime
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Commit:
    """All that one command changes, kept in one transaction or not at all.

    ``delivery``: names the delivery that asked for it; a second commit of the same delivery
    raises ``AlreadyDone``.
    """

    delivery: str
    changes: tuple[Change, ...]
    summaries: tuple[CaseSummary, ...] = ()
    customers: tuple[Customer, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    messages: tuple[Message, ...] = ()
    alerts: tuple[Alert, ...] = ()
    receipts: tuple[Receipt, ...] = ()


class Conflict(Exception):
    """Somebody else changed the case meanwhile: load it again and decide again."""


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

    async def commit(self, commit: Commit) -> None:
        """Keep it all. Raises ``Conflict`` or ``AlreadyDone``, and then nothing was kept."""
        ...

    async def was_done(self, delivery: str) -> AlreadyDone | None:
        """What became of a delivery that was committed before; ``None`` for a new one."""
        ...


class Cases(Protocol):
    """Finds cases. Cost does not grow with the number of cases."""

    async def open_case_of(self, customer: CustomerId) -> CaseId | None: ...

    async def by_reference(self, reference: str) -> CaseId | None:
        """By case reference, without regard to case or surrounding blanks."""
        ...

    async def summary(self, case: CaseId) -> CaseSummary | None: ...

    async def awaiting_decision_by(self, approver: StaffId) -> tuple[CaseSummary, ...]: ...

    async def awaiting_decision_of(self, proposer: StaffId) -> tuple[CaseSummary, ...]: ...

    async def owing(
        self, staff: Sequence[StaffId] | None = None, limit: int = 50
    ) -> tuple[CaseSummary, ...]:
        """Cases with something that one of ``staff`` has to do (``None``: anybody), soonest first.

        ``limit``: of the things to do; a case with several comes once.
        """
        ...

    async def reminders_due(self, day: date, limit: int = 100) -> tuple[CaseSummary, ...]:
        """Cases whose ``remind_on`` is ``day`` or earlier."""
        ...

    async def in_force(self, after: str = "", limit: int = 50) -> tuple[CaseSummary, ...]:
        """The Customer Sanctions Log: cases with something in force, by reference.

        ``after``: the last reference of the page before.
        """
        ...

    async def binding(self, person: CustomerId) -> tuple[CaseSummary, ...]:
        """Cases of others with something in force that binds this person too."""
        ...


@dataclass(frozen=True, slots=True)
class CustomerHit:
    """A customer found. ``exact``: by reference, mail address or telephone number."""

    customer: Customer
    exact: bool


class Customers(Protocol):
    async def get(self, customer: CustomerId) -> Customer | None: ...

    async def search(self, query: str, limit: int = 20) -> tuple[CustomerHit, ...]:
        """By reference, mail address, telephone number or the beginnings of names."""
        ...

    async def told_apart(self, known_as: Sequence[str]) -> Mapping[str, frozenset[CustomerId]]:
        """Customers confirmed not to be whoever makes contact so; see ``core.case.register``.

        For each of ``known_as`` of which anybody said it.
        """
        ...

    async def at_same_place(self, customer: CustomerId, limit: int = 20) -> tuple[Customer, ...]:
        """Others with the same organisation or address, without regard to case and blanks."""
        ...


class Directory(Protocol):
    """The staff directory."""

    async def by_account(self, account: Account) -> StaffMember | None: ...

    async def by_email(self, email: str) -> StaffMember | None: ...

    async def people(self, staff: Sequence[StaffId]) -> People:
        """These colleagues, and all the others that ``People`` says a decision needs."""
        ...

    async def reports_of(self, manager: StaffId) -> tuple[StaffMember, ...]:
        """The colleagues whose line manager this is."""
        ...

    async def search(self, query: str, limit: int = 20) -> tuple[StaffMember, ...]:
        """Active colleagues by the beginnings of their names; all, by name, for ""."""
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
