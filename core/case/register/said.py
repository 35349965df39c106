"""What was said of a customer's record: merged and separated, and who is another person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.case.register import ApartTakenBack, CustomersMerged, CustomersUnmerged, ToldApart
from core.case.register.provenance import RegisterEntry
from core.vocabulary.ids import StaffId
from core.vocabulary.refusal import refuse

RecordEvent = CustomersMerged | CustomersUnmerged | ToldApart | ApartTakenBack


@dataclass(frozen=True, slots=True)
class Said:
    """``no``: its number in the stream of the record. ``counts``: words told apart, until they are
    taken back."""

    no: int
    at: datetime
    by: StaffId
    event: RecordEvent
    counts: bool = False


def said_of(entries: Iterable[RegisterEntry]) -> tuple[Said, ...]:
    """In the order in which it was said."""
    every = [entry for entry in entries if isinstance(entry.event, RecordEvent)]
    last = {
        words: entry.no
        for entry in every
        if isinstance(entry.event, ToldApart | ApartTakenBack)
        for words in entry.event.words
    }
    return tuple(
        Said(entry.no, entry.at, entry.by, entry.event, _counts(entry, last))
        for entry in every
        if isinstance(entry.event, RecordEvent)
    )


def take_back(entries: Sequence[RegisterEntry], no: int) -> tuple[ApartTakenBack, ...]:
    """It may have been the customer after all; nothing where that was said already.

    ``no``: of the words told apart. Raises ``Refused`` where nothing of that kind was said there.
    """
    said = next((each for each in said_of(entries) if each.no == no), None)
    if said is None or not isinstance(said.event, ToldApart):
        raise refuse(
            "not-told-apart",
            "Nobody said there that it was another person.",
            "Look the customer up again to see what was said.",
        )
    told = said.event
    return (ApartTakenBack(told.customer, told.known_as, told.also),) if said.counts else ()


def _counts(entry: RegisterEntry, last: dict[str, int]) -> bool:
    """Whether nothing was said since of some of its words."""
    event = entry.event
    return isinstance(event, ToldApart) and any(last[words] == entry.no for words in event.words)
