"""An appeal reaches whoever answers it, and its outcome those who are concerned (Appeals)."""

from collections.abc import Iterator, Sequence

from core.case.events import AppealDecided, AppealRaised
from core.case.state import Case, Entry
from core.services.announcing.addressing import message, redrawn
from core.services.messages import Kind, Message, Person
from core.vocabulary.ids import EntryNo, StaffId


def on_appeals(case: Case, history: Sequence[Entry], entry: Entry) -> Iterator[Message]:
    match entry.event:
        case AppealRaised():
            yield _to_decide(case, entry, entry.event)
        case AppealDecided(appeal=no):
            for earlier in history:
                if earlier.no == no and isinstance(earlier.event, AppealRaised):
                    yield redrawn(_to_decide(case, earlier, earlier.event), entry)
            for staff in _concerned(case, no):
                if staff != entry.by:
                    yield _about(case, entry, Kind.APPEAL_DECIDED, staff, no)


def _to_decide(case: Case, entry: Entry, event: AppealRaised) -> Message:
    return _about(case, entry, Kind.APPEAL_TO_DECIDE, event.handler, entry.no)


def _concerned(case: Case, no: EntryNo) -> Iterator[StaffId]:
    """Who recorded it, who looks after the case, and who made the decision; once each."""
    appeal = case.appeals[no]
    decision = case.proposals[appeal.decision]
    concerned = (appeal.recorded_by, case.owner, decision.proposed_by, decision.decided_by)
    yield from dict.fromkeys(staff for staff in concerned if staff is not None)


def _about(case: Case, entry: Entry, kind: Kind, staff: StaffId, no: EntryNo) -> Message:
    return message(case, entry, kind, Person(staff), {"appeal": str(no)})
