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
_PLAIN: Final = re.compile(
    r"([a-z\d_+-]+(?:\.[a-z\d_+-]+)*)@([a-z\d.-]+)", re.ASCII | re.IGNORECASE
)
_SHORT: Final = 64


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
    bare = _bare(text)
    return _of_plain(bare) or _well_formed(bare) or text.strip().casefold()


def _of_plain(text: str) -> str:
    """The same as ``_well_formed`` and far quicker, for nearly all; "" for any other."""
    plain = _PLAIN.fullmatch(text)
    if plain is None or len(text) > _SHORT:
        return ""
    mailbox, domain = plain.groups()
    known = _domain(domain.casefold())
    return f"{mailbox.casefold()}@{known}" if known else ""


@lru_cache(maxsize=4096)
def _domain(text: str) -> str:
    """In its one spelling; "" for none. Most people's addresses are at few of them."""
    return _well_formed(f"x@{text}").removeprefix("x@")


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
