"""Registering a customer whom a report names for the first time."""

from typing import Final

from core.case.checks import require_length, require_text
from core.case.register import CustomerRegistered
from core.vocabulary.customer import Customer
from core.vocabulary.refusal import refuse

NAME_LENGTH: Final = 150
EMAIL_LENGTH: Final = 254
PHONE_LENGTH: Final = 40
MOST_OF_EACH: Final = 20


def register_customer(customer: Customer) -> CustomerRegistered:
    """Refuses particulars by which nobody could be found again."""
    require_text(customer.name, "name", "the customer's name", NAME_LENGTH)
    for email in customer.emails:
        require_length(email, "emails", "the email address", EMAIL_LENGTH)
        local, at, domain = email.strip().rpartition("@")
        if not (local and at and domain) or any(c.isspace() for c in email.strip()):
            raise refuse(
                "email-malformed",
                f'"{email}" is not an email address.',
                "Write it like name@example.org, or leave it empty.",
                field="emails",
            )
    for phone in customer.phones:
        require_length(phone, "phones", "the telephone number", PHONE_LENGTH)
        if sum(c.isdigit() for c in phone) < 3:
            raise refuse(
                "phone-malformed",
                f'"{phone}" is not a telephone number.',
                "Write it in digits, like 01632 960 001, or leave it empty.",
                field="phones",
            )
    for field, values in (("emails", customer.emails), ("phones", customer.phones)):
        if len(values) > MOST_OF_EACH:
            raise refuse("too-many", f"Give at most {MOST_OF_EACH} of them.", field=field)
    return CustomerRegistered(customer)
