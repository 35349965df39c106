"""What addresses and organisations say about being of one person."""

from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from adapters.screening import weights
from adapters.screening.evidence import NOTHING, Evidence
from adapters.screening.places import Place

_SAME: Final = 0.8
_ALIKE: Final = 0.5
_PARTLY: Final = 0.25
_SAME_FIRM: Final = 93
_LIKE_FIRM: Final = 75


@dataclass(frozen=True, slots=True)
class PlaceEvidence:
    """``here``: whether it is the same place. ``nearly``: but for the number of the house."""

    evidence: tuple[Evidence, ...]
    here: bool = False
    nearly: bool = False

    @property
    def weight(self) -> float:
        return sum(each.weight for each in self.evidence)


def compare_places(sought: Place, known: Place) -> PlaceEvidence:
    postcode, door = _postcodes(sought.postcode, known.postcode), _doors(sought, known)
    address = _addresses(sought, known)
    there = address.weight >= weights.ADDRESS_ALIKE or (
        postcode.weight >= weights.POSTCODE_SAME and address.weight > 0
    )
    same_door = not door.reason
    return PlaceEvidence(
        (postcode, _in_words(address, door)),
        here=there and same_door,
        nearly=there and not same_door and postcode.weight > 0,
    )


def compare_organisations(sought: tuple[str, ...], known: tuple[str, ...]) -> PlaceEvidence:
    if not sought or not known:
        return PlaceEvidence(())
    alike = fuzz.token_sort_ratio(" ".join(sought), " ".join(known))
    if alike >= _SAME_FIRM:
        return PlaceEvidence((Evidence(weights.ORGANISATION_SAME, "same organisation"),), here=True)
    if alike >= _LIKE_FIRM:
        return PlaceEvidence((Evidence(weights.ORGANISATION_ALIKE, "organisation spelt alike"),))
    return PlaceEvidence((Evidence(weights.ORGANISATION_OTHER),))


def _postcodes(sought: str, known: str) -> Evidence:
    if not sought or not known:
        return NOTHING
    if sought == known:
        return Evidence(weights.POSTCODE_SAME, "same postcode")
    if OSA.distance(sought, known) == 1:
        return Evidence(weights.POSTCODE_NEAR, "postcode one character apart")
    if len(sought) > 5 and sought[:-3] == known[:-3]:
        return Evidence(weights.POSTCODE_DISTRICT, "same postal district")
    return Evidence(weights.POSTCODE_OTHER, "another postcode")


def _doors(sought: Place, known: Place) -> Evidence:
    ours, theirs = sought.numbers, known.numbers
    if not ours or not theirs:
        return NOTHING
    if ours <= theirs or theirs <= ours:
        return Evidence(weights.DOOR_SAME)
    near = any(
        min(len(a), len(b)) > 1 and OSA.distance(a, b) == 1
        for a in ours - theirs
        for b in theirs - ours
    )
    return Evidence(weights.DOOR_NEAR if near else weights.DOOR_OTHER, "another number")


def _addresses(sought: Place, known: Place) -> Evidence:
    """By the letters in threes, so that parts may be swapped and blanks be anywhere."""
    ours, theirs = sought.letters, known.letters
    if not ours or not theirs:
        return NOTHING
    shared = len(ours & theirs)
    alike = shared / (min(len(ours), len(theirs)) * 0.75 + max(len(ours), len(theirs)) * 0.25)
    if alike >= _SAME:
        return Evidence(weights.ADDRESS_SAME, "same address")
    if alike >= _ALIKE:
        return Evidence(weights.ADDRESS_ALIKE, "address written alike")
    if alike >= _PARTLY:
        return Evidence(weights.ADDRESS_PARTLY, "parts of the address alike")
    return Evidence(weights.ADDRESS_OTHER, "another address")


def _in_words(address: Evidence, door: Evidence) -> Evidence:
    """Next door is the same street, and another address."""
    weight = address.weight + door.weight
    if door.reason and address.weight > 0:
        where = "same street" if address.weight == weights.ADDRESS_SAME else address.reason
        return Evidence(weight, f"{where}, but {door.reason}")
    return Evidence(weight, address.reason or ("same house number" if door.weight > 1 else ""))
