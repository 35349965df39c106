"""Whom something in a case binds: whose case it is, and those to whom it was extended (Scope)."""

from core.case.order import place
from core.case.state import Case, Contact, Disengagement, Sanction
from core.vocabulary.ids import CustomerId


def bound_then(measure: Sanction | Disengagement, contact: Contact) -> bool:
    """Whether it bound whoever made this contact, so far as that depends on who they are."""
    if contact.person is None:
        return True
    made = place(contact.occurred_at, contact.no)
    return any(
        extension.person == contact.person and place(extension.since, extension.no) < made
        for extension in measure.extensions
    )


def binds_anybody(case: Case, person: CustomerId | None) -> bool:
    """Whether anything in force in this case binds them; ``None``: whose case it is."""
    if person is not None:
        return person in case.also_bound
    return bool(case.in_force or case.disengaged)


def ever_bound(case: Case, person: CustomerId) -> bool:
    """Also what is not in force any more."""
    sanctions, notices = case.sanctions.values(), case.disengagements.values()
    extended = [*(s.extended_to for s in sanctions), *(n.extended_to for n in notices)]
    return any(person in others for others in extended)
