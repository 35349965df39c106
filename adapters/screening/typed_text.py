"""Reads what somebody typed: whoever made contact, in any order, with commas or without."""

import re
from typing import Final

import phonenumbers

from adapters.screening.identifiers import COUNTRY
from adapters.screening.nicknames import is_first_name
from adapters.screening.places import BRITISH, GENERIC, has_legal_form, normal_postcode
from core.vocabulary.sought import Sought

_AROUND: Final = '<>|"“”'
_EMAIL: Final = re.compile(rf"(?:mailto:)?([^\s,;:(){_AROUND}]+@[^\s,;:(){_AROUND}]+)")
_REFERENCE: Final = re.compile(r"\b[A-Za-z]{2,6}-[A-Za-z0-9]{4,12}\b(?=.*)")
_PARTS: Final = re.compile(r"[,;\n]+")
_LONGEST: Final = 500


def read(text: str) -> Sought:
    rest = text[:_LONGEST]
    emails, rest = _emails(rest)
    phones, rest = _phones(rest)
    references, rest = _references(rest)
    parts = [part.strip() for part in _PARTS.split(rest) if part.strip()]
    names: list[str] = []
    organisations: list[str] = []
    place: list[str] = []
    for part in parts:
        before, code = _postcode_apart(part)
        if code and before and not names and not _is_place(before):
            names.append(before)
            place.append(code)
        elif place or _is_place(part):
            place.append(part)
        elif has_legal_form(part):
            organisations.append(part)
        elif _is_rest_of_name(names, part):
            names[0] = f"{part} {names[0]}"
        else:
            (place if names else names).append(part)
    address = ", ".join(place)
    postcode = normal_postcode(address)
    return Sought(
        names=tuple(names),
        emails=emails,
        phones=phones,
        postcodes=(postcode,) if postcode else (),
        addresses=(address,) if address else (),
        organisations=tuple(organisations),
        reference=references[0] if references else "",
    )


def _emails(text: str) -> tuple[tuple[str, ...], str]:
    """Each once, without the signs that programs put around it."""
    found = tuple(dict.fromkeys(_EMAIL.findall(text)))
    if not found:
        return (), text
    return found, _EMAIL.sub(" ", text).translate(dict.fromkeys(map(ord, _AROUND), " "))


def _references(text: str) -> tuple[tuple[str, ...], str]:
    """Words such as CUS-7K3F9Q; Smith-Jones, without a digit, is a name."""
    found = tuple(word for word in _REFERENCE.findall(text) if any(c.isdigit() for c in word))
    for word in found:
        text = text.replace(word, " ")
    return found, text


def _phones(text: str) -> tuple[tuple[str, ...], str]:
    leniency = phonenumbers.Leniency.POSSIBLE
    found = [m.raw_string for m in phonenumbers.PhoneNumberMatcher(text, COUNTRY, leniency)]
    found = [raw for raw in found if sum(c.isdigit() for c in raw) > 6]
    for raw in found:
        text = text.replace(raw, " ")
    return tuple(found), text


def _postcode_apart(part: str) -> tuple[str, str]:
    """``Casey Customer M1 1AE`` is a name and a postcode."""
    found = BRITISH.search(part)
    return (part[: found.start()].strip(), part[found.start() :]) if found else (part, "")


def _is_rest_of_name(names: list[str], part: str) -> bool:
    """``Customer, Casey``; but not ``Casey, Madeupton``."""
    alone = len(names) == 1 and len(names[0].split()) == 1
    return alone and is_first_name(part.split()[0].casefold()) and len(part.split()) < 4


def _is_place(part: str) -> bool:
    return any(c.isdigit() for c in part) or _is_street(part)


def _is_street(part: str) -> bool:
    last = part.split()[-1].casefold()
    return len(part.split()) > 1 and last in GENERIC - {"hill", "park", "house"}
