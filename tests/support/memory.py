"""The ports in memory: a whole desk for tests of what stands above them."""

import asyncio
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from adapters.screening import Screener
from core.alert.state import Alert
from core.case.register import (
    ApartTakenBack,
    ChannelUnwatched,
    ChannelWatched,
    CustomerChanged,
    CustomerRegistered,
    StaffRecorded,
    ToldApart,
)
from core.services.announcing.alerts import anew
from core.services.incoming import Receipt
from core.services.messages import Message
from core.services.ports.desk import (
    AlreadyDone,
    Change,
    Commit,
    Conflict,
    Desk,
    Event,
    TimelineEntry,
)
from core.services.summary import CaseSummary
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar
from core.vocabulary.customer import Customer
from core.vocabulary.ids import OPERATOR, AlertId, CaseId, CustomerId, StaffId
from core.vocabulary.people import StaffMember
from tests.support.case_finder import MemoryCases
from tests.support.clock import MONDAY_MORNING, CountingIds, SetClock
from tests.support.contact_finders import MemoryAlerts, MemoryReceipts, MemoryWatchedChannels
from tests.support.finders import MemoryCandidates, MemoryCustomers, MemoryDirectory
from tests.support.people import ORGANISATION


@dataclass
class MemoryStore:
    """Keeps everything committed, in the order of commits, open for tests to look at."""

    entries: list[TimelineEntry] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    deliveries: dict[str, CaseId | None] = field(default_factory=dict)
    summaries: dict[CaseId, CaseSummary] = field(default_factory=dict)
    customers: dict[CustomerId, Customer] = field(default_factory=dict)
    staff: dict[StaffId, StaffMember] = field(default_factory=dict)
    apart: list[ToldApart] = field(default_factory=list)
    alerts: dict[AlertId, Alert] = field(default_factory=dict)
    receipts: dict[tuple[str, str], Receipt] = field(default_factory=dict)
    watched: set[tuple[str, str]] = field(default_factory=set)
    conflicts_to_come: int = 0
    """How many of the next commits fail as if somebody else had been faster."""

    async def load(self, stream: str) -> tuple[TimelineEntry, ...]:
        await asyncio.sleep(0)  # lets other tasks in between, as a database would
        return self.stream(stream)

    async def load_each(self, streams: Sequence[str]) -> dict[str, tuple[TimelineEntry, ...]]:
        found = {stream: await self.load(stream) for stream in streams}
        return {stream: entries for stream, entries in found.items() if entries}

    async def commit(self, commit: Commit) -> None:
        await asyncio.sleep(0)
        if self.conflicts_to_come:
            self.conflicts_to_come -= 1
            raise Conflict
        self.keep(commit)

    async def was_done(self, delivery: str) -> AlreadyDone | None:
        if delivery not in self.deliveries:
            return None
        return AlreadyDone(self.deliveries[delivery])

    def stream(self, stream: str) -> tuple[TimelineEntry, ...]:
        return tuple(entry for entry in self.entries if entry.stream == stream)

    def keep(self, commit: Commit) -> None:
        if commit.delivery in self.deliveries:
            raise AlreadyDone(self.deliveries[commit.delivery])
        for change in commit.changes:
            if change.expected_version != len(self.stream(change.stream)):
                raise Conflict
        receipts = {(receipt.source, receipt.key): receipt for receipt in commit.receipts}
        if self.receipts.keys() & receipts.keys() or len(receipts) < len(commit.receipts):
            raise Conflict
        known = {message.key for message in self.messages}
        messages = (*commit.messages, *self._alerts_anew(commit))
        if doubled := [m.key for m in messages if m.key in known]:
            raise AssertionError(f"message keys used twice: {doubled}")
        for change in commit.changes:
            for event in change.events:
                self._append(change, event)
                self._project(event)
        self.deliveries[commit.delivery] = _case_of(commit)
        self.messages.extend(messages)
        self.summaries.update((summary.case, summary) for summary in commit.summaries)
        self.customers.update((customer.id, customer) for customer in commit.customers)
        self.staff.update((member.id, member) for member in commit.staff)
        self.alerts.update((alert.id, alert) for alert in commit.alerts)
        self.receipts.update(receipts)

    def _alerts_anew(self, commit: Commit) -> list[Message]:
        if commit.redraw is None:
            return []
        alerts = self.alerts | {alert.id: alert for alert in commit.alerts}
        theirs = (a for a in alerts.values() if a.customer in commit.redraw.customers)
        still_open = [alert for alert in theirs if alert.settled is None]
        return [m for alert in still_open for m in anew(alert, commit.redraw.because)]

    def _project(self, event: Event) -> None:
        match event:
            case ToldApart(customer):
                self.apart += [ToldApart(customer, words) for words in event.words]
            case ApartTakenBack(customer):
                told = [ToldApart(customer, words) for words in event.words]
                self.apart[:] = [each for each in self.apart if each not in told]
            case ChannelWatched(platform, place):
                self.watched.add((platform, place))
            case ChannelUnwatched(platform, place):
                self.watched.discard((platform, place))
            case _:
                pass

    def _append(self, change: Change, event: Event) -> None:
        before = self.entries[-1].hash if self.entries else ""
        position, version = len(self.entries) + 1, len(self.stream(change.stream)) + 1
        digest = hashlib.sha256(f"{before}|{position}|{event!r}".encode()).hexdigest()
        self.entries.append(
            TimelineEntry(position, change.stream, version, change.at, change.by, event, digest)
        )


def _case_of(commit: Commit) -> CaseId | None:
    streams = (change.stream for change in commit.changes)
    return next((CaseId(s.removeprefix("case:")) for s in streams if s.startswith("case:")), None)


@dataclass
class MemoryDesk:
    """A ``desk`` for the services, with the ``store`` and ``clock`` behind it in reach."""

    desk: Desk
    store: MemoryStore
    clock: SetClock

    @property
    def messages(self) -> list[Message]:
        return self.store.messages

    def employ(self, *members: StaffMember) -> None:
        """Record colleagues as they stand from now on, as the staff register would."""
        for member in members:
            stream = f"staff:{member.id}"
            version = len(self.store.stream(stream))
            event = StaffRecorded(member)
            now = self.clock.now()
            change = Change(stream, member.id, version, OPERATOR, now, (event,))
            self.store.keep(Commit(f"employ:{member.id}:{version}", (change,), staff=(member,)))

    def know(self, *customers: Customer) -> None:
        """Register customers, as an earlier report would have, or change their particulars."""
        for customer in customers:
            stream = f"customer:{customer.id}"
            version = len(self.store.stream(stream))
            event = CustomerChanged(customer) if version else CustomerRegistered(customer)
            now = self.clock.now()
            change = Change(stream, customer.id, version, OPERATOR, now, (event,))
            delivery = f"know:{customer.id}:{version}"
            self.store.keep(Commit(delivery, (change,), customers=(customer,)))


def memory_desk(
    staff: Iterable[StaffMember] = ORGANISATION,
    customers: Iterable[Customer] = (),
    now: datetime = MONDAY_MORNING,
    calendar: Calendar = NO_HOLIDAYS,
) -> MemoryDesk:
    store, clock = MemoryStore(), SetClock(now)
    desk = Desk(
        store=store,
        cases=MemoryCases(store.summaries, store.staff),
        customers=MemoryCustomers(store.customers, store.apart),
        directory=MemoryDirectory(store.staff),
        clock=clock,
        ids=CountingIds(),
        screening=Screener(MemoryCandidates(store.customers, store.summaries)),
        alerts=MemoryAlerts(store.alerts, store.summaries),
        receipts=MemoryReceipts(store.receipts),
        watched=MemoryWatchedChannels(store.watched),
        calendar=calendar,
    )
    memory = MemoryDesk(desk, store, clock)
    memory.employ(*staff)
    memory.know(*customers)
    return memory
