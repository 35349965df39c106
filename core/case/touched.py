"""Which colleagues a decision must know, so that they can be looked up before it is made."""

from collections.abc import Iterable

from core.case.commands import Approve, Command, DecideAppeal, Propose, ReportIncident
from core.case.proposals import (
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    SanctionsMatter,
)
from core.case.state import Case
from core.case.terms import NamedContactTerms, SanctionTerms
from core.vocabulary.ids import CustomerId, StaffId


def touched_by(command: Command) -> frozenset[StaffId]:
    """The colleagues a command names."""
    match command:
        case ReportIncident(corresponding=corresponding):
            return frozenset({corresponding})
        case Propose(matter, corresponding):
            named = _named_in(matter)
            return named | {corresponding} if corresponding else named
        case DecideAppeal(variations=variations):
            return _contacts(varied.terms for varied in variations if varied.terms)
    return frozenset()


def touched_in(case: Case) -> frozenset[StaffId]:
    """Everyone involved or asked, and the named contacts of what is proposed or in force."""
    proposed = (_named_in(proposal.matter) for proposal in case.open_proposals)
    in_force = _contacts(sanction.terms for sanction in case.in_force)
    asked = (proposal.asked_before for proposal in case.proposals.values())
    advised = (advice.asked_by for advice in case.legal_advice.values())
    contacts = ({each.logged_by, *each.asked, *each.managers} for each in case.contacts)
    return case.involved.union(in_force, advised, *asked, *proposed, *contacts)


def customers_touched(case: Case, command: Command) -> frozenset[CustomerId]:
    """The customers a decision concerns besides the one whose case it is (Scope)."""
    match command:
        case Propose(DisengagementReviewMatter(disengagement=no)) if no in case.disengagements:
            return case.disengagements[no].extended_to
        case Propose(ExtensionMatter(person=person)):
            return frozenset({person})
        case Approve(proposal=no) if no in case.proposals:
            return customers_touched(case, Propose(case.proposals[no].matter))
    return frozenset()


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
