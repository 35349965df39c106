"""Two descriptions: of one person, of two at one place, or of two who have nothing in common."""

from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from adapters.screening.compare_names import NameEvidence, compare_names
from adapters.screening.compare_places import PlaceEvidence, compare_organisations, compare_places
from adapters.screening.descriptions import Description
from adapters.screening.evidence import Evidence, probability

AT_ADDRESS: Final = "Another person at this address"
AT_ORGANISATION: Final = "Another person at this organisation"
_EMAIL: Final = Evidence(14, "same email address")
_PHONE: Final = Evidence(12, "same telephone number")
_NEAR_PHONE: Final = Evidence(6, "telephone number one digit apart")
_MAILBOX: Final = Evidence(4, "same email name at another provider")
_SHORTEST_MAILBOX: Final = 6


@dataclass(frozen=True, slots=True)
class Judgement:
    """``doubtful``: never likely, since the names differ.

    ``asked``: whatever the score, a person is asked whether it is the same.
    ``neighbour``: not the person; says where they are both known.
    """

    score: float
    reasons: tuple[str, ...]
    definite: bool = False
    doubtful: bool = False
    asked: bool = False
    neighbour: str = ""


def judge(who: Description, known: Description) -> Judgement:
    if who.reference and who.reference == known.reference:
        return Judgement(1.0, ("same reference",), definite=True)
    exact = _identifiers(who, known)
    names = [compare_names(a, b) for a in who.names for b in known.names]
    name = max(names, key=lambda n: n.weight, default=NameEvidence(()))
    places = [compare_places(a, b) for a in who.places for b in known.places]
    place = max(places, key=lambda p: p.weight, default=PlaceEvidence(()))
    firms = [compare_organisations(a, b) for a in who.organisations for b in known.organisations]
    firm = max(firms, key=lambda f: f.weight, default=PlaceEvidence(()))
    evidence = (*exact, *_mailboxes(who, known), *place.evidence, *firm.evidence, *name.evidence)
    reasons = tuple(each.reason for each in evidence if each.reason)
    score = probability(evidence)
    if exact:
        differs = name.another or name.doubtful
        identified = exact != (_NEAR_PHONE,)
        return Judgement(
            score,
            reasons,
            definite=identified and not differs,
            doubtful=differs,
            asked=identified or place.weight > 0,
        )
    if name.another or not who.names:
        return Judgement(0.0, reasons, neighbour=_where(place, firm))
    return Judgement(score, reasons, doubtful=name.doubtful)


def _identifiers(who: Description, known: Description) -> tuple[Evidence, ...]:
    emails = (_EMAIL,) if who.emails & known.emails else ()
    if who.phones & known.phones:
        return (*emails, _PHONE)
    near = any(OSA.distance(a, b) == 1 for a in who.phones for b in known.phones)
    return (*emails, _NEAR_PHONE) if near else emails


def _mailboxes(who: Description, known: Description) -> tuple[Evidence, ...]:
    """People keep the name of their mailbox when they change the provider."""
    if who.emails & known.emails:
        return ()
    ours, theirs = ({e.partition("@")[0] for e in d.emails} for d in (who, known))
    alike = any(len(name) >= _SHORTEST_MAILBOX for name in ours & theirs)
    return (_MAILBOX,) if alike else ()


def _where(place: PlaceEvidence, firm: PlaceEvidence) -> str:
    if place.here:
        return AT_ADDRESS
    return AT_ORGANISATION if firm.here else ""
