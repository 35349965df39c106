"""As whom somebody made contact: the words by which a confirmed "no" is remembered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from core.case.register.customers import told_as
from core.vocabulary.sought import Sought

_PARTED: Final = " | "


def known_as(sought: Sought) -> str:
    """The same for the same words, in whichever order, in capitals or not, spaced or not."""
    return _PARTED.join(_said(sought))


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of somebody, as it is compared with what was said of many others."""

    names: frozenset[str]
    words: frozenset[str]


def said_of(sought: Sought) -> Said:
    """``sought``: in normal form."""
    return Said(frozenset(sought.names), frozenset(_said(sought)))


def say_alike(one: Said, other: Said) -> bool:
    """Whether one says nothing that the other does not say too."""
    return one.words <= other.words or other.words <= one.words


def _said(sought: Sought) -> list[str]:
    parts = {
        "name": map(told_as, sought.names),
        "email": map(_closed_up, sought.emails),
        "phone": map(_dialled, sought.phones),
        "postcode": map(_closed_up, sought.postcodes),
        "address": map(told_as, sought.addresses),
        "organisation": map(told_as, sought.organisations),
        "reference": (_closed_up(sought.reference),),
    }
    return [f"{called} {value}" for called, values in parts.items() for value in _sorted(values)]


def together(each: Iterable[Sought]) -> Sought:
    """All that was said of one person, each thing once."""
    said = tuple(each)
    return Sought(
        names=_once(value for one in said for value in one.names),
        emails=_once(value for one in said for value in one.emails),
        phones=_once(value for one in said for value in one.phones),
        postcodes=_once(value for one in said for value in one.postcodes),
        addresses=_once(value for one in said for value in one.addresses),
        organisations=_once(value for one in said for value in one.organisations),
        reference=next((one.reference for one in said if one.reference), ""),
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _sorted(values: Iterable[str]) -> list[str]:
    return sorted({value for value in values if value})


def _closed_up(text: str) -> str:
    return "".join(text.casefold().split())


def _dialled(phone: str) -> str:
    return "".join(c for c in phone if c.isdigit() or c == "+")
