"""What a command names by its number."""

from core.case.state import Appeal, Case, Contact, Proposal
from core.vocabulary.ids import EntryNo
from core.vocabulary.refusal import refuse


def find_proposal(case: Case, number: EntryNo, field: str = "proposal") -> Proposal:
    proposal = case.proposals.get(number)
    if proposal is None:
        raise refuse("unknown-proposal", f"This case has no proposal {number}.", field=field)
    return proposal


def find_appeal(case: Case, number: EntryNo) -> Appeal:
    appeal = case.appeals.get(number)
    if appeal is None:
        raise refuse("unknown-appeal", f"This case has no appeal {number}.", field="appeal")
    return appeal


def find_contact(case: Case, number: EntryNo) -> Contact:
    contact = next((contact for contact in case.contacts if contact.no == number), None)
    if contact is None:
        raise refuse("unknown-contact", f"This case has no contact {number}.", field="contact")
    return contact
