"""What the events of a case add up to."""

from core.case.state.case import Case
from core.case.state.decisions import Appeal, Proposal, ProposalStatus, Question
from core.case.state.entry import Entry
from core.case.state.measures import Disengagement, Extension, FormerTerms, Sanction
from core.case.state.reports import Contact, GivenWarning, Incident
from core.case.state.safeguards import LegalAdvice

__all__ = [
    "Appeal",
    "Case",
    "Contact",
    "Disengagement",
    "Entry",
    "Extension",
    "FormerTerms",
    "GivenWarning",
    "Incident",
    "LegalAdvice",
    "Proposal",
    "ProposalStatus",
    "Question",
    "Sanction",
]
