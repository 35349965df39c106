"""Telephone numbers and mail addresses in the form in which they are the same or not."""

from functools import lru_cache
from typing import Final

import phonenumbers
from email_validator import EmailNotValidError, validate_email

COUNTRY: Final = "GB"


@lru_cache(maxsize=4096)
def normal_phone(text: str) -> str:
    """As dialled from anywhere, ``+441632960001``; "" for what cannot be dialled."""
    try:
        number = phonenumbers.parse(text, COUNTRY)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=4096)
def normal_email(text: str) -> str:
    """Small letters, the domain in its one spelling; as it is where it is not well formed."""
    text = text.strip()
    try:
        checked = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return text.casefold()
    return checked.normalized.casefold()


def normal_reference(text: str) -> str:
    return "".join(text.split()).upper()
