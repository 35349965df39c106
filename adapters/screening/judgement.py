"""Two descriptions: of one person, of two at one place, or of two who have nothing in common."""

from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from adapters.screening import weights
from adapters.screening.compare_names import NameEvidence, compare_names
from adapters.screening.compare_places import PlaceEvidence, compare_organisations, compare_places
from adapters.screening.descriptions import Description
from adapters.screening.evidence import Evidence, probability

AT_ADDRESS: Final = "Another person at this address"
NEARLY_THERE: Final = "Another person at nearly this address, with part of the name"
AT_ORGANISATION: Final = "Another person at this organisation"
BY_REFERENCE: Final = "same reference"
_EMAIL: Final = Evidence(weights.EMAIL_SAME, "same email address")
_PHONE: Final = Evidence(weights.PHONE_SAME, "same telephone number")
_NEAR_PHONE: Final = Evidence(weights.PHONE_NEAR, "telephone number one digit apart")
_MAILBOX: Final = Evidence(weights.EMAIL_ELSEWHERE, "same email name at another provider")
_OTHER_PHONE: Final = Evidence(weights.PHONE_OTHER, "another telephone number")
_OTHER_EMAIL: Final = Evidence(weights.EMAIL_OTHER, "another email address")
_SHORTEST_MAILBOX: Final = 6

Pieces = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``doubtful``: never likely, since the names differ, or tell too little.

    ``asked``: whatever the score, a person is asked whether it is the same.
    ``another``: whatever the score, it is not the person.
    ``where``: the place at which both are known, if they are not the same person.
    ``by``: which identifiers agree. ``named``: whether the name that was told speaks for it.
    """

    score: float
    reasons: tuple[str, ...]
    definite: bool = False
    doubtful: bool = False
    asked: bool = False
    another: bool = False
    where: str = ""
    by: frozenset[str] = frozenset()
    named: bool = False


def judge(who: Description, known: Description) -> Judgement:
    names = [compare_names(a, b) for a in who.names for b in known.names]
    if who.reference and who.reference == known.reference:
        by = frozenset([BY_REFERENCE])
        named = not who.names or any(map(_speaks_for, names))
        return Judgement(1.0, (BY_REFERENCE,), definite=True, by=by, named=named)
    exact, other = _identifiers(who, known)
    name = max(names, key=_likeliest, default=NameEvidence(()))
    places = [compare_places(a, b) for a in who.places for b in known.places]
    place = max(places, key=lambda p: p.weight, default=PlaceEvidence(()))
    firms = [compare_organisations(a, b) for a in who.organisations for b in known.organisations]
    firm = max(firms, key=lambda f: f.weight, default=PlaceEvidence(()))
    evidence = (*exact, *other, *place.evidence, *firm.evidence, *name.evidence)
    by = frozenset(each.reason for each in exact if each in (_EMAIL, _PHONE))
    identified = bool(by)
    close = identified or _NEAR_PHONE in exact
    differs = name.another or name.doubtful
    barely = name.half and not exact and not firm.here
    return Judgement(
        probability(evidence),
        tuple(each.reason for each in evidence if each.reason),
        definite=identified and not differs,
        doubtful=differs or barely or (bool(other) and not exact),
        asked=identified or (close and place.weight > 0),
        another=not close and (name.another or not who.names),
        where=_where(place, firm, name),
        by=by,
        named=_speaks_for(name),
    )


def _speaks_for(name: NameEvidence) -> bool:
    return name.weight > 0 and not (name.another or name.doubtful)


def _likeliest(name: NameEvidence) -> tuple[bool, float]:
    return not name.another, name.weight


def _identifiers(who: Description, known: Description) -> tuple[Pieces, Pieces]:
    """Those that agree, and those by which it is somebody else or they have more than one."""
    emails, phones = who.emails & known.emails, who.phones & known.phones
    agree = [*((_EMAIL,) if emails else ()), *((_PHONE,) if phones else ())]
    other: list[Evidence] = []
    if not phones and who.phones and known.phones:
        near = any(OSA.distance(a, b) == 1 for a in who.phones for b in known.phones)
        (agree if near else other).append(_NEAR_PHONE if near else _OTHER_PHONE)
    if not emails and who.emails and known.emails:
        alike = _mailboxes(who, known)
        (agree if alike else other).append(_MAILBOX if alike else _OTHER_EMAIL)
    return tuple(agree), tuple(other)


def _mailboxes(who: Description, known: Description) -> bool:
    """People keep the name of their mailbox when they change the provider."""
    ours, theirs = ({e.partition("@")[0] for e in d.emails} for d in (who, known))
    return any(len(name) >= _SHORTEST_MAILBOX for name in ours & theirs)


def _where(place: PlaceEvidence, firm: PlaceEvidence, name: NameEvidence) -> str:
    if place.here:
        return AT_ADDRESS
    if place.nearly and any(each.weight > 0 for each in name.evidence):
        return NEARLY_THERE
    return AT_ORGANISATION if firm.here else ""
