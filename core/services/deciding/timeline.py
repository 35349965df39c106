"""Between the timeline as it is kept and the entries that decisions are made from."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from core.alert.events import AlertEvent
from core.case.events import CaseEvent
from core.case.register import RegisterEvent
from core.case.state import Entry
from core.services.ports.desk import TimelineEntry
from core.vocabulary.ids import EntryNo, StaffId


def entries_of(kept: Iterable[TimelineEntry]) -> tuple[Entry, ...]:
    """The entries of a case's stream."""
    return tuple(_entry(entry) for entry in kept)


def _entry(kept: TimelineEntry) -> Entry:
    if isinstance(kept.event, RegisterEvent | AlertEvent):
        raise ValueError(f"entry {kept.position} does not belong to a case")
    return Entry(EntryNo(kept.version), kept.at, kept.by, kept.event)


def numbered(
    history: Sequence[Entry], at: datetime, by: StaffId, events: Iterable[CaseEvent]
) -> tuple[Entry, ...]:
    """Events as the entries that follow upon ``history``."""
    first = len(history) + 1
    return tuple(Entry(EntryNo(no), at, by, event) for no, event in enumerate(events, start=first))
