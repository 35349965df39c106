"""All that was kept of alerts, followed entry by entry as it came."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from adapters.screening import in_normal_form
from core.alert.events import AlertEvent, ContactSeen
from core.alert.evolve import AlertEntry, evolve
from core.alert.known_as import known_as
from core.alert.somebody_else import particulars, tells_of_somebody_else
from core.alert.state import Alert
from core.case.register import (
    ApartTakenBack,
    CustomerChanged,
    CustomerRegistered,
    CustomersMerged,
    CustomersUnmerged,
    ToldApart,
)
from core.services.ports.desk import TimelineEntry
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought


@dataclass
class Replayed:
    """``alerts``: by stream. ``apart``: who is told apart from whom by which words."""

    alerts: dict[str, Alert] = field(default_factory=dict)
    apart: set[tuple[CustomerId, str]] = field(default_factory=set)
    _known: dict[CustomerId, Sought] = field(default_factory=dict)
    _merged: set[tuple[CustomerId, CustomerId]] = field(default_factory=set)
    _entries: int = 0

    def go_on(self, entries: Sequence[TimelineEntry]) -> set[str]:
        """The streams of alerts that changed. Raises ``AssertionError``."""
        changed = set()
        for entry in entries[self._entries :]:
            match entry.event:
                case ToldApart(customer) as told:
                    self.apart |= {(customer, words) for words in told.words}
                case ApartTakenBack(customer) as back:
                    self.apart -= {(customer, words) for words in back.words}
                case CustomerRegistered(customer) | CustomerChanged(customer):
                    self._known[customer.id] = in_normal_form(particulars(customer))
                case CustomersMerged(customer, into):
                    self._merged.add((customer, into))
                case CustomersUnmerged(customer, into):
                    self._merged.discard((customer, into))
                case ContactSeen() as seen:
                    self._contact_is_alerted_rightly(self.alerts[entry.stream], seen)
            if isinstance(entry.event, AlertEvent):
                follows = AlertEntry(entry.at, entry.by, entry.event)
                alert = evolve(self.alerts.get(entry.stream), follows)
                self.alerts[entry.stream] = alert
                changed.add(entry.stream)
        self._entries = len(entries)
        return changed

    def _contact_is_alerted_rightly(self, alert: Alert, seen: ContactSeen) -> None:
        assert alert.settled is None
        records = {alert.customer, *(one for one, into in self._merged if into == alert.customer)}
        who = in_normal_form(seen.who)
        if tells_of_somebody_else(who, [self._known[record] for record in records]):
            told = known_as(who)
            assert not any((record, told) in self.apart for record in records)
