"""Publishing what came into force, changed or ended (stages 3 and 6)."""

from collections.abc import Iterator, Sequence
from typing import Final

from core.case.events import (
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementIssued,
    MeasureExtended,
    SanctionApplied,
    SanctionChanged,
    SanctionLifted,
)
from core.case.state import Case, Entry
from core.services.announcing.addressing import message
from core.services.messages import Channel, Kind, Message

_PUBLISHED: Final = (
    *(SanctionApplied, SanctionChanged, SanctionLifted),
    *(DisengagementIssued, DisengagementChanged, CustomerReEngaged),
    MeasureExtended,
)


def on_measures(case: Case, added: Sequence[Entry]) -> Iterator[Message]:
    """One notice, whatever the number of measures that came or went together."""
    for entry in added:
        if isinstance(entry.event, _PUBLISHED):
            yield message(case, entry, Kind.SANCTION_NOTICE, Channel.ALERTS)
            return
