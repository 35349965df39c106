"""The particulars by which a customer is known, and found again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from core.case.checks import require_length, require_text
from core.case.register import CustomerChanged, CustomerRegistered
from core.case.scene import Scene
from core.case.sections import AGENTS, SCOPE
from core.vocabulary.customer import Customer
from core.vocabulary.refusal import refuse

NAME_LENGTH: Final = 150
EMAIL_LENGTH: Final = 254
PHONE_LENGTH: Final = 40
PLACE_LENGTH: Final = 300
SOURCE_LENGTH: Final = 150
MOST_OF_EACH: Final = 20


def register_customer(customer: Customer, source: str = "") -> CustomerRegistered:
    """Of whom a report speaks for the first time; ``source``: see there. Raises ``Refused``."""
    _check(customer)
    require_length(source, "source", "where it comes from", SOURCE_LENGTH)
    return CustomerRegistered(replace(customer, merged_into=None, merged=()), source.strip())


def change_customer(
    known: Customer, customer: Customer, source: str = ""
) -> tuple[CustomerChanged, ...]:
    """The particulars as they stand from now on; nothing where they are the same.

    Which records are of one person is not changed so.
    """
    if (customer.id, customer.reference) != (known.id, known.reference):
        raise refuse(
            "another-customer",
            "The particulars are those of another customer.",
            "Look the customer up again, then change what is wrong.",
        )
    _check(customer)
    require_length(source, "source", "where it comes from", SOURCE_LENGTH)
    changed = replace(customer, merged_into=known.merged_into, merged=known.merged)
    return () if changed == known else (CustomerChanged(changed, source.strip()),)


def require_no_colleague(scene: Scene, emails: Iterable[str], field: str) -> None:
    """Scope: behaviour by customers, not by or between staff."""
    theirs = {email.strip().casefold() for email in emails}
    for colleague in scene.people:
        if colleague.active and colleague.email.strip().casefold() in theirs - {""}:
            raise refuse(
                "staff-conduct",
                f"This mail address is that of a colleague, {colleague.name}. This policy is for "
                "behaviour by customers, not by or between staff.",
                scene.policy.staff_conduct.route,
                section=SCOPE,
                field=field,
            )


def told_as(text: str) -> str:
    """The form in which what was typed about somebody is the same or not."""
    return " ".join(text.casefold().split())


def require_few(values: Sequence[object], field: str) -> None:
    if len(values) > MOST_OF_EACH:
        raise refuse("too-many", f"Give at most {MOST_OF_EACH} of them.", field=field)


def _check(customer: Customer) -> None:
    """Refuses particulars by which nobody could be found again."""
    require_text(customer.name, "name", "the customer's name", NAME_LENGTH)
    for email in customer.emails:
        _check_email(email)
    for phone in customer.phones:
        _check_phone(phone)
    for name in customer.other_names:
        require_text(name, "other_names", "the other name", NAME_LENGTH)
    _check_others(customer)
    of_each = (
        ("emails", customer.emails),
        ("phones", customer.phones),
        ("clients", customer.clients),
        ("other_names", customer.other_names),
        ("other_addresses", customer.other_addresses),
        ("other_organisations", customer.other_organisations),
    )
    for field, values in of_each:
        require_few(values, field)


def _check_email(email: str) -> None:
    require_length(email, "emails", "the email address", EMAIL_LENGTH)
    local, at, domain = email.strip().rpartition("@")
    if not (local and at and domain) or any(c.isspace() for c in email.strip()):
        raise refuse(
            "email-malformed",
            f'"{email}" is not an email address.',
            "Write it like name@example.org, or leave it empty.",
            field="emails",
        )


def _check_phone(phone: str) -> None:
    require_length(phone, "phones", "the telephone number", PHONE_LENGTH)
    if sum(c.isdigit() for c in phone) < 3:
        raise refuse(
            "phone-malformed",
            f'"{phone}" is not a telephone number.',
            "Write it in digits, like 01632 960 001, or leave it empty.",
            field="phones",
        )


def _check_others(customer: Customer) -> None:
    """Where others may be who are not this person, and for whom an agent works."""
    require_length(customer.organisation, "organisation", "the organisation", PLACE_LENGTH)
    require_length(customer.address, "address", "the address", PLACE_LENGTH)
    require_length(customer.employer, "employer", "the employer", PLACE_LENGTH)
    for address in customer.other_addresses:
        require_text(address, "other_addresses", "the other address", PLACE_LENGTH)
    for organisation in customer.other_organisations:
        require_text(organisation, "other_organisations", "the other organisation", PLACE_LENGTH)
    body = customer.professional_body
    require_length(body, "professional_body", "the professional body", PLACE_LENGTH)
    if customer.id in customer.clients:
        raise refuse(
            "own-client", "Nobody is an agent for themselves.", section=AGENTS, field="clients"
        )
