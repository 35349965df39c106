"""Finds mail addresses, telephone numbers and references in a message, whatever is around them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

import phonenumbers

from adapters.screening.identifiers import COUNTRY

Found = tuple[int, str]
"""Where it begins, and what it is."""

_APART: Final = r"\s,;:<>()\[\]|\"“”„«»*`~"
_ODD: Final = r"=/&!#$%?^{}'’‘"
"""What may be of an address, and hardly ever is."""

_EMAIL: Final = re.compile(
    rf"(?:(?<=[{_ODD}])|(?<![^{_APART}]))([^{_APART}@]{{1,64}})@([\w.-]{{3,255}})"
)
_AFTER_ODD: Final = re.compile(rf"[^{_ODD}]*$")
_WHEN: Final = re.compile(
    r"(?<![\d./:-])(?:\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{1,2}:\d\d(?::\d\d)?)"
    r"(?![./:-]?\d)"
)
"""A date or a time: beside it a number would not be taken for one."""

_REFERENCE: Final = re.compile(r"\b[A-Za-z]{2,6}-[A-Za-z0-9]{4,12}\b")
_MOST_TRIED: Final = 1_000
"""Rows of digits that are no number, or too short a one, before no more are looked for."""


def emails_in(text: str) -> Iterator[Found]:
    """Where a sign may be of the address or not, as ``from=`` may, both."""
    for found in _EMAIL.finditer(text):
        domain = found[2].rstrip(".-_")
        whole = found[1].strip("'’‘")
        told = _AFTER_ODD.search(whole)
        bare = told[0].strip("_") if told else ""
        for name in dict.fromkeys((bare, whole)):
            if name and domain:
                yield found.start(), f"{name}@{domain}"


def without_emails(text: str) -> str:
    """Of the same length, with a stroke where each was."""
    return _EMAIL.sub(_struck, text)


def phones_in(text: str) -> Iterator[Found]:
    """Whatever can be dialled, and has as many digits as a number with its area."""
    leniency = phonenumbers.Leniency.POSSIBLE
    timeless = _WHEN.sub(_struck, text)
    matcher = phonenumbers.PhoneNumberMatcher(timeless, COUNTRY, leniency, _MOST_TRIED)
    for found in islice(matcher, _MOST_TRIED):
        if sum(c.isdigit() for c in found.raw_string) > 8:
            yield found.start, found.raw_string


def references_in(text: str) -> Iterator[str]:
    """Not Smith-Jones."""
    for found in _REFERENCE.finditer(text):
        if found[0].isupper() or any(c.isdigit() for c in found[0]):
            yield found[0]


def _struck(found: re.Match[str]) -> str:
    return " |".ljust(len(found[0]))
