"""Telling the customer, and asking Legal."""

from dataclasses import replace

from core.case.events import CustomerTold, LegalAdviceReceived, LegalAdviceRequested
from core.case.evolving.decisions import with_proposal
from core.case.state import Case, Entry, LegalAdvice


def customer_told(case: Case, event: CustomerTold) -> Case:
    if appeal := case.appeals.get(event.decision):
        told = replace(appeal, told_at=event.told_at)
        return replace(case, appeals={**case.appeals, told.no: told})
    proposal = case.proposals[event.decision]
    return with_proposal(case, replace(proposal, told_at=event.told_at))


def advised(case: Case, entry: Entry, event: LegalAdviceRequested | LegalAdviceReceived) -> Case:
    match event:
        case LegalAdviceRequested(question):
            advice = LegalAdvice(entry.no, entry.by, entry.at, question)
        case LegalAdviceReceived(request, words, reference):
            advice = replace(case.legal_advice[request], advice=words, reference=reference)
    return replace(case, legal_advice={**case.legal_advice, advice.no: advice})
