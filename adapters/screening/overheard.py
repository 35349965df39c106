"""Finds of whom a chat message may speak: identifiers, places, and words written as names are."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Final

from adapters.screening.identifiers import INVISIBLE
from adapters.screening.places import BRITISH, normal_postcode
from adapters.screening.said_of import SaidOf
from adapters.screening.written_identifiers import (
    Found,
    emails_in,
    phones_in,
    references_in,
    without_emails,
)
from adapters.screening.written_names import names_in
from core.vocabulary.sought import Sought

MOST: Final = 50
LONGEST: Final = 40_000
"""Characters looked at: no chat lets a person write more."""

_BESIDE: Final = 3


def overhear(text: str) -> tuple[Sought, ...]:
    """At most ``MOST``, the surest first: identifiers with the name of whoever they are said to be
    of, then names with what stands beside them."""
    text = INVISIBLE.sub("", text[:LONGEST].encode("utf-8", "ignore").decode())
    mails = _few(emails_in(text))
    rest = without_emails(text)
    calls = _few(phones_in(rest))
    lines = rest.split("\n")
    by_line = [_some(names_in(line)) for line in lines]
    said = SaidOf(
        lines, by_line, ((rest.count("\n", 0, at), what) for at, what in (*mails, *calls))
    )
    emails, phones = _some(mail for _, mail in mails), _some(call for _, call in calls)
    postcodes = _some(normal_postcode(m[0]) for m in BRITISH.finditer(rest))
    beside = Sought(emails=emails[:_BESIDE], phones=phones[:_BESIDE], postcodes=postcodes[:_BESIDE])
    names = _some(name for line in by_line for name in line)
    found = (
        *(Sought(reference=each) for each in _some(references_in(rest))),
        *(Sought(said.of(each), emails=(each,)) for each in emails),
        *(Sought(said.of(each), phones=(each,)) for each in phones),
        *(replace(beside, names=(each,)) for each in names if beside.is_telling),
        *(Sought(names=(each,)) for each in names),
        *(Sought(postcodes=(each,)) for each in postcodes),
    )
    return tuple(dict.fromkeys(found))[:MOST]


def _few(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(islice(found, MOST * 4))


def _some(found: Iterable[str]) -> tuple[str, ...]:
    """As many as are told at all, each once."""
    return tuple(islice(dict.fromkeys(islice(found, MOST * 4)), MOST))
