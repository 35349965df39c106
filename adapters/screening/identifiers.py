"""Telephone numbers and mail addresses in the form in which they are the same or not."""

import re
from functools import lru_cache
from typing import Final

import phonenumbers
from email_validator import EmailNotValidError, validate_email

COUNTRY: Final = "GB"
INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_IN_ANGLES: Final = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_SCHEME: Final = re.compile(r"^mailto:|\?[^@]*$", re.IGNORECASE)
_MARKS_BEFORE: Final = "<>()[]{}\"'`*~|,;:“”„‘’«» "
_MARKS_AFTER: Final = f"{_MARKS_BEFORE}.!?"


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
    """Small letters, the domain in its one spelling, without what is written around an address such
    as ``<mailto:...>``; as it is where it is not well formed."""
    return _well_formed(_bare(text)) or text.strip().casefold()


def _well_formed(text: str) -> str:
    try:
        checked = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return ""
    return checked.normalized.casefold()


def _bare(text: str) -> str:
    text = INVISIBLE.sub("", text)
    if found := _IN_ANGLES.search(text):
        text = found[1]
    before = ""
    while text != before:
        before = text
        if text.endswith("_"):
            text = text.strip("_")
        text = _SCHEME.sub("", text.strip().lstrip(_MARKS_BEFORE).rstrip(_MARKS_AFTER))
    return text


def normal_reference(text: str) -> str:
    return "".join(text.split()).upper()
