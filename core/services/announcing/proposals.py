"""The messages about a proposal, and the redrawing of their copies when it moves on.

A copy depends on the entries alone, so that it can be named again later to be redrawn.
"""

from collections.abc import Iterator, Sequence

from core.case.duties.owing import awaits_telling, teller
from core.case.events import (
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalEscalated,
    ProposalMade,
    ProposalPassedOn,
    ProposalRejected,
    ProposalWithdrawn,
    WarningGiven,
)
from core.case.proposals import WarningMatter
from core.case.state import Case, Entry, Proposal
from core.services.announcing.addressing import message, redrawn
from core.services.messages import Audience, Channel, Kind, Message, Person
from core.vocabulary.ids import EntryNo, StaffId


def on_proposals(case: Case, history: Sequence[Entry], entry: Entry) -> Iterator[Message]:
    """What ``entry`` makes us say about a proposal: anew, and in every copy that stands."""
    match entry.event:
        case ProposalMade() if not case.proposals[entry.no].is_open:
            yield from _decision_made(case, entry, case.proposals[entry.no])
        case ProposalMade():
            yield from _copies(case, history, entry, entry.no)
        case ProposalApproved(no) | ProposalRejected(no) | ProposalWithdrawn(no):
            yield from _redrawn(case, history, entry, no)
            yield from _decision_made(case, entry, case.proposals[no])
            yield from _warning_to_give(case, entry)
        case InformationRequested(no) | InformationGiven(no):
            yield from _redrawn(case, history, entry, no)
            yield from _copies(case, history, entry, no)
        case ProposalEscalated(no) | ProposalPassedOn(no):
            yield from _redrawn(case, history, entry, no)
            yield from _copies(case, history, entry, no)
        case WarningGiven(no):
            for earlier in history:
                if _proposal_of(earlier) == no:
                    told = _warning_to_give(case, earlier)
                    yield from (redrawn(original, entry) for original in told)


def _copies(case: Case, history: Sequence[Entry], entry: Entry, no: EntryNo) -> Iterator[Message]:
    """The messages of ``entry``, about proposal ``no``, that are redrawn when it moves on."""
    proposed_by = case.proposals[no].proposed_by
    to: list[tuple[Kind, Audience]] = []
    match entry.event:
        case ProposalMade(approver=approver):
            to = [
                (Kind.APPROVAL_REQUEST, Person(approver)),
                (Kind.APPROVAL_NOTICE, Channel.CUSTOMER_FOCUS),
                (Kind.PROPOSAL_STATUS, Person(proposed_by)),
            ]
        case ProposalEscalated(approver=approver) | ProposalPassedOn(approver=approver):
            if approver != _asked_before(history, entry, no):
                to = [(Kind.APPROVAL_REQUEST, Person(approver))]
        case InformationRequested():
            to = [(Kind.QUESTION_ASKED, Person(proposed_by))]
        case InformationGiven():
            to = [
                (Kind.QUESTION_ANSWERED, Person(asker)) for asker in _askers(history, no, entry.no)
            ]
    for kind, audience in to:
        yield _about(case, entry, kind, audience, no)


def _redrawn(case: Case, history: Sequence[Entry], entry: Entry, no: EntryNo) -> Iterator[Message]:
    for earlier in history:
        if _proposal_of(earlier) == no:
            yield from (redrawn(copy, entry) for copy in _copies(case, history, earlier, no))


def _decision_made(case: Case, entry: Entry, proposal: Proposal) -> Iterator[Message]:
    """To the proposer and the owner, once each, and to nobody about their own act.

    Whoever is to tell the customer hears of the decision by being asked to.
    """
    asked = teller(case, proposal) if awaits_telling(case, proposal) else None
    for staff in dict.fromkeys((proposal.proposed_by, case.owner)):
        if staff not in (entry.by, asked):
            yield _about(case, entry, Kind.DECISION_MADE, Person(staff), proposal.no)


def _warning_to_give(case: Case, entry: Entry) -> Iterator[Message]:
    if isinstance(entry.event, ProposalApproved):
        no = entry.event.proposal
        if isinstance(case.proposals[no].matter, WarningMatter):
            yield _about(case, entry, Kind.WARNING_TO_GIVE, Person(case.owner), no)


def _askers(history: Sequence[Entry], no: EntryNo, before: EntryNo) -> Iterator[StaffId]:
    """Everyone who had asked about the proposal by then, once each."""
    asked = (
        earlier.by
        for earlier in history
        if earlier.no < before
        and isinstance(earlier.event, InformationRequested)
        and earlier.event.proposal == no
    )
    yield from dict.fromkeys(asked)


def _asked_before(history: Sequence[Entry], entry: Entry, no: EntryNo) -> StaffId | None:
    """Who has the request already."""
    moves = (
        earlier.event.approver
        for earlier in reversed(history)
        if earlier.no < entry.no
        and _proposal_of(earlier) == no
        and isinstance(earlier.event, ProposalMade | ProposalEscalated | ProposalPassedOn)
    )
    return next(moves, None)


def _proposal_of(entry: Entry) -> EntryNo | None:
    match entry.event:
        case ProposalMade():
            return entry.no
        case InformationRequested(no) | InformationGiven(no):
            return no
        case ProposalEscalated(no) | ProposalPassedOn(no) | ProposalApproved(no):
            return no
    return None


def _about(case: Case, entry: Entry, kind: Kind, to: Audience, no: EntryNo) -> Message:
    return message(case, entry, kind, to, {"proposal": str(no)})
