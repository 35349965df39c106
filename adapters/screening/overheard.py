"""Finds of whom a chat message may speak: identifiers, places, and words written as names are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

import phonenumbers

from adapters.screening.identifiers import COUNTRY
from adapters.screening.nicknames import is_first_name
from adapters.screening.places import BRITISH, normal_postcode
from core.vocabulary.sought import Sought

MOST: Final = 50
LONGEST: Final = 40_000
"""Characters looked at: no chat lets a person write more."""

_EMAIL: Final = re.compile(r"(?<![^\s,;:<>()\[\]|\"'])[^\s,;:<>()\[\]|\"'@]{1,64}@[\w.-]{3,255}")
_WHEN: Final = re.compile(
    r"(?<![\d./:-])(?:\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{1,2}:\d\d(?::\d\d)?)"
    r"(?![./:-]?\d)"
)
"""A date or a time: beside it a number would not be taken for one."""
_REFERENCE: Final = re.compile(r"\b[A-Za-z]{2,6}-[A-Za-z0-9]{4,12}\b")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’‘`-][^\W\d_]+)*")
_BLANK: Final = re.compile(r"\.?[ \t]{1,3}")
_COMMA: Final = re.compile(r"[ \t]?,[ \t]{1,3}")
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PARTICLES_WORDS: Final = """
al ap bin da de del della den der di du el ferch ibn la le of ter van von y
"""
_PARTICLES: Final = frozenset(_PARTICLES_WORDS.split())
_NO_NAME_WORDS: Final = """
a about after again also am an and any are as ask at be because been before but by call called can
dear did do does email emailed fao for from fw fwd good had has have he hello her hi him his how i
if in is it just me message my new no not note of on or our phone please re rang reply said see
sender she so spoke subject thanks that the their them then there they this to today tomorrow
urgent was we were what when where who why with yes yesterday you your
monday tuesday wednesday thursday friday saturday sunday
"""
_NO_NAMES: Final = frozenset(_NO_NAME_WORDS.split())
_MOST_TRIED: Final = 1_000
"""Rows of digits that are no number, or too short a one, before no more are looked for."""
_LONGEST_NAME: Final = 3
_BESIDE: Final = 3


def overhear(text: str) -> tuple[Sought, ...]:
    """At most ``MOST``, the surest first: identifiers, then names with what stands beside them."""
    text = _INVISIBLE.sub("", text[:LONGEST].encode("utf-8", "ignore").decode())
    emails = _some(m[0].rstrip(".-_") for m in _EMAIL.finditer(text))
    rest = _EMAIL.sub(" | ", text)
    phones = _some(m.raw_string for m in _phones(_WHEN.sub(" | ", rest)))
    references = _some(m[0] for m in _REFERENCE.finditer(rest) if _like_a_reference(m[0]))
    postcodes = _some(normal_postcode(m[0]) for m in BRITISH.finditer(rest))
    beside = Sought(emails=emails[:_BESIDE], phones=phones[:_BESIDE], postcodes=postcodes[:_BESIDE])
    names = _some(_names(rest))
    found = (
        *(Sought(reference=each) for each in references),
        *(Sought(emails=(each,)) for each in emails),
        *(Sought(phones=(each,)) for each in phones),
        *(replace(beside, names=(each,)) for each in names if beside.is_telling),
        *(Sought(names=(each,)) for each in names),
        *(Sought(postcodes=(each,)) for each in postcodes),
    )
    return tuple(dict.fromkeys(found))[:MOST]


def _some(found: Iterable[str]) -> tuple[str, ...]:
    """As many as are told at all, each once."""
    return tuple(islice(dict.fromkeys(islice(found, MOST * 4)), MOST))


def _like_a_reference(word: str) -> bool:
    """Not Smith-Jones."""
    return word.isupper() or any(c.isdigit() for c in word)


def _phones(text: str) -> Iterator[phonenumbers.PhoneNumberMatch]:
    """Whatever can be dialled, and has as many digits as a number with its area."""
    leniency = phonenumbers.Leniency.POSSIBLE
    matcher = phonenumbers.PhoneNumberMatcher(text, COUNTRY, leniency, _MOST_TRIED)
    told = islice(matcher, _MOST_TRIED)
    return (m for m in told if sum(c.isdigit() for c in m.raw_string) > 8)


def _names(text: str) -> Iterator[str]:
    """As they stand, a long row of words in pieces; and ``Customer, Casey`` as it would be said."""
    before: tuple[str, ...] = ()
    for comma, run in _runs(text):
        if comma and len(before) == 1 and len(run) <= _LONGEST_NAME:
            yield " ".join((*run, *before))
        yield from _pieces(run, min(len(run), _LONGEST_NAME))
        if len(run) >= _LONGEST_NAME:
            yield from _pieces(run, 2)
        before = run


def _pieces(run: tuple[str, ...], size: int) -> Iterator[str]:
    if size > 1:
        yield from (" ".join(run[at : at + size]) for at in range(len(run) - size + 1))


def _runs(text: str) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Adjacent words written as names are; and whether a comma alone parts them from the last."""
    run: list[str] = []
    comma, end = False, 0
    for found in _WORD.finditer(text):
        word, between = found[0], text[end : found.start()]
        end = found.end()
        if not _like_a_name(word) and not (run and _may_follow(word, run[-1])):
            word, between = "", ";"
        if _BLANK.fullmatch(between) is None and run:
            yield comma, tuple(run)
            comma = _COMMA.fullmatch(between) is not None
            run = []
        elif not run:
            comma = False
        if word:
            run.append(word)
    yield comma, tuple(run)


def _like_a_name(word: str) -> bool:
    """Written with a capital, or one of the common first names; without capitals, every word."""
    small = word.casefold()
    return small not in _NO_NAMES and (not word[0].islower() or is_first_name(small))


def _may_follow(word: str, before: str) -> bool:
    """``casey customer``, as people type in haste."""
    if word in _PARTICLES:
        return True
    hasty = before[0].islower() and is_first_name(before)
    return hasty and len(word) > 2 and word not in _NO_NAMES
