"""What addresses and organisations say about being of one person."""

from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from adapters.screening.evidence import NOTHING, Evidence
from adapters.screening.places import Place

_SAME: Final = 93
_ALIKE: Final = 75


@dataclass(frozen=True, slots=True)
class PlaceEvidence:
    """``here``: whether it is the same place."""

    evidence: tuple[Evidence, ...]
    here: bool = False

    @property
    def weight(self) -> float:
        return sum(each.weight for each in self.evidence)


def compare_places(sought: Place, known: Place) -> PlaceEvidence:
    postcode, address = _postcodes(sought.postcode, known.postcode), _addresses(sought, known)
    same_door = bool(sought.numbers & known.numbers) or not (sought.numbers and known.numbers)
    in_full = bool(sought.words and known.words)
    here = in_full and same_door and (address.weight >= 5 or (
        postcode.weight >= 6 and address.weight > 0
    ))  # fmt: skip
    return PlaceEvidence((postcode, address), here)


def compare_organisations(sought: tuple[str, ...], known: tuple[str, ...]) -> PlaceEvidence:
    if not sought or not known:
        return PlaceEvidence(())
    alike = fuzz.token_sort_ratio(" ".join(sought), " ".join(known))
    if alike >= _SAME:
        return PlaceEvidence((Evidence(3, "same organisation"),), here=True)
    if alike >= _ALIKE:
        return PlaceEvidence((Evidence(1.5, "organisation spelt alike"),))
    return PlaceEvidence((Evidence(-0.5),))


def _postcodes(sought: str, known: str) -> Evidence:
    if not sought or not known:
        return NOTHING
    if sought == known:
        return Evidence(6, "same postcode")
    if OSA.distance(sought, known) == 1:
        return Evidence(3, "postcode one character apart")
    return Evidence(-2, "another postcode")


def _addresses(sought: Place, known: Place) -> Evidence:
    if not sought.words or not known.words:
        return NOTHING
    alike = fuzz.token_set_ratio(" ".join(sought.words), " ".join(known.words))
    doors = sought.numbers & known.numbers or not (sought.numbers and known.numbers)
    if alike >= _SAME and doors:
        return Evidence(6, "same address")
    if alike >= _ALIKE:
        return Evidence(4 if doors else 2, "address written alike")
    return Evidence(-1.5 if alike < 50 else 0, "another address" if alike < 50 else "")
