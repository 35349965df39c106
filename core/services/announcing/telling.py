"""Whoever has to tell the customer of a decision is asked to, until it is recorded as done."""

from collections.abc import Iterator, Sequence

from core.case.duties.owing import awaits_telling, teller
from core.case.events import AppealDecided, CustomerTold, ProposalApproved, ProposalMade
from core.case.proposals import WarningMatter
from core.case.state import Case, Entry
from core.services.announcing.addressing import message, redrawn
from core.services.messages import Kind, Message, Person
from core.vocabulary.ids import EntryNo, StaffId


def on_telling(case: Case, history: Sequence[Entry], entry: Entry) -> Iterator[Message]:
    """What ``entry`` decided is to be told; what it says was told needs no asking any more."""
    if isinstance(entry.event, CustomerTold):
        decision = entry.event.decision
        for earlier in history:
            if _decided_by(case, earlier) == decision:
                yield redrawn(_to_tell(case, earlier, decision), entry)
        return
    made = _decided_by(case, entry)
    if made is not None and _is_to_be_told(case, made):
        yield _to_tell(case, entry, made)


def _to_tell(case: Case, entry: Entry, decision: EntryNo) -> Message:
    to = Person(_teller(case, decision))
    return message(case, entry, Kind.DECISION_TO_TELL, to, {"decision": str(decision)})


def _decided_by(case: Case, entry: Entry) -> EntryNo | None:
    """The proposal or appeal that this entry decided; a review may be settled as it is made."""
    match entry.event:
        case ProposalMade() if case.proposals[entry.no].decided_by is None:
            return entry.no if not case.proposals[entry.no].is_open else None
        case ProposalApproved(proposal):
            return proposal
        case AppealDecided(appeal=appeal):
            return appeal
    return None


def _is_to_be_told(case: Case, decision: EntryNo) -> bool:
    if decision in case.appeals:
        return True
    proposal = case.proposals[decision]
    # Of a warning they are told by being warned, which is asked for by itself.
    return awaits_telling(case, proposal) and not isinstance(proposal.matter, WarningMatter)


def _teller(case: Case, decision: EntryNo) -> StaffId:
    proposal = case.proposals.get(decision)
    return teller(case, proposal) if proposal else case.owner
