"""Sanctions and disengagements: into force, changed, ended."""

from dataclasses import replace

from core.case.events import (
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementContinued,
    DisengagementIssued,
    MeasureExtended,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
)
from core.case.evolving.decisions import settled
from core.case.state import Case, Disengagement, Entry, Extension, FormerTerms, Sanction

OfSanction = SanctionKept | SanctionChanged | SanctionLifted
OfDisengagement = DisengagementContinued | DisengagementChanged | CustomerReEngaged
Measure = SanctionApplied | OfSanction | DisengagementIssued | OfDisengagement | MeasureExtended


def after(case: Case, entry: Entry, event: Measure) -> Case:
    match event:
        case SanctionApplied():
            return _with_sanction(case, _applied(case, entry, event))
        case SanctionKept() | SanctionChanged() | SanctionLifted():
            sanction = _sanction_after(case.sanctions[event.sanction], entry, event)
            return settled(_with_sanction(case, sanction), event.decision, entry)
        case DisengagementIssued():
            return _with_disengagement(case, _issued(case, entry, event))
        case DisengagementContinued() | DisengagementChanged() | CustomerReEngaged():
            known = case.disengagements[event.disengagement]
            disengagement = _disengagement_after(known, entry, event)
            return settled(_with_disengagement(case, disengagement), event.decision, entry)
        case MeasureExtended():
            return _extended(case, entry, event)


def _applied(case: Case, entry: Entry, event: SanctionApplied) -> Sanction:
    proposal = case.proposals[event.proposal]
    return Sanction(
        no=entry.no,
        proposal=proposal.no,
        terms=event.sanction,
        applied_at=entry.at,
        proposed_by=proposal.proposed_by,
        approved_by=entry.by,
        review_on=event.review_on,
        review_set_at=entry.at,
    )


def _sanction_after(sanction: Sanction, entry: Entry, event: OfSanction) -> Sanction:
    match event:
        case SanctionKept(review_on=review_on):
            return replace(sanction, review_on=review_on, review_set_at=entry.at)
        case SanctionChanged(terms=terms, review_on=review_on):
            return replace(
                sanction,
                terms=terms,
                review_on=review_on,
                review_set_at=entry.at,
                former=(*sanction.former, FormerTerms(sanction.terms, entry.at)),
            )
        case SanctionLifted():
            return replace(sanction, lifted_at=entry.at)


def _issued(case: Case, entry: Entry, event: DisengagementIssued) -> Disengagement:
    proposal = case.proposals[event.proposal]
    return Disengagement(
        no=entry.no,
        proposal=proposal.no,
        topics=event.topics,
        issued_at=entry.at,
        proposed_by=proposal.proposed_by,
        approved_by=entry.by,
        review_on=event.review_on,
        review_set_at=entry.at,
    )


def _disengagement_after(
    disengagement: Disengagement, entry: Entry, event: OfDisengagement
) -> Disengagement:
    match event:
        case DisengagementContinued(review_on=review_on):
            return replace(disengagement, review_on=review_on, review_set_at=entry.at)
        case DisengagementChanged(topics=topics, review_on=review_on):
            return replace(
                disengagement, topics=topics, review_on=review_on, review_set_at=entry.at
            )
        case CustomerReEngaged():
            return replace(disengagement, ended_at=entry.at)


def _extended(case: Case, entry: Entry, event: MeasureExtended) -> Case:
    extension = Extension(event.person, entry.at, entry.no)
    if sanction := case.sanctions.get(event.measure):
        extensions = (*sanction.extensions, extension)
        return _with_sanction(case, replace(sanction, extensions=extensions))
    disengagement = case.disengagements[event.measure]
    extensions = (*disengagement.extensions, extension)
    return _with_disengagement(case, replace(disengagement, extensions=extensions))


def _with_sanction(case: Case, sanction: Sanction) -> Case:
    return replace(case, sanctions={**case.sanctions, sanction.no: sanction})


def _with_disengagement(case: Case, disengagement: Disengagement) -> Case:
    known = {**case.disengagements, disengagement.no: disengagement}
    return replace(case, disengagements=known)
