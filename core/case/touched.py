"""Which colleagues a decision must know, so that they can be looked up before it is made."""

from collections.abc import Iterable

from core.case.commands import Command, Propose, ReportIncident
from core.case.proposals import Matter, ReviewMatter, SanctionsMatter
from core.case.state import Case
from core.case.terms import NamedContactTerms, SanctionTerms
from core.vocabulary.ids import StaffId


def touched_by(command: Command) -> frozenset[StaffId]:
    """The colleagues a command names."""
    match command:
        case ReportIncident(corresponding=corresponding):
            return frozenset({corresponding})
        case Propose(matter, corresponding):
            named = _named_in(matter)
            return named | {corresponding} if corresponding else named
    return frozenset()


def touched_in(case: Case) -> frozenset[StaffId]:
    """Everyone involved, and the named contacts of what is proposed or in force."""
    proposed = (_named_in(proposal.matter) for proposal in case.open_proposals)
    in_force = _contacts(sanction.terms for sanction in case.in_force)
    return case.involved.union(in_force, *proposed)


def _named_in(matter: Matter) -> frozenset[StaffId]:
    match matter:
        case SanctionsMatter(sanctions):
            return _contacts(sanctions)
        case ReviewMatter(terms=terms):
            return _contacts((terms,) if terms else ())
    return frozenset()


def _contacts(sanctions: Iterable[SanctionTerms]) -> frozenset[StaffId]:
    terms = (sanction.terms for sanction in sanctions)
    return frozenset(t.contact for t in terms if isinstance(t, NamedContactTerms))
