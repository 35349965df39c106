"""How alike two words of a name are."""

from enum import Enum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, JaroWinkler

from adapters.screening.folding import sound
from adapters.screening.nicknames import is_first_name, of_one_sex, stand_for_each_other

_LONG_ENOUGH: Final = 4
_CLOSE: Final = 0.88
_VAGUE: Final = 0.75


class Likeness(Enum):
    """In words that follow "surname" or "first name"; the first ones are the most alike.

    ``UNLIKE``: nothing alike, though one of them may be no name at all. ``DIFFERENT``: two names.
    """

    SAME = "the same"
    SHORT = "a short form"
    ONE_LETTER = "one letter apart"
    CLOSE = "spelt alike"
    SOUND = "sounds alike"
    INITIAL = "same initial"
    UNKNOWN = "not known"
    VAGUE = "a little alike"
    UNLIKE = "not alike"
    DIFFERENT = "another"

    __hash__ = object.__hash__
    """Each is looked up in tables again and again, and there is but one of each."""


@lru_cache(maxsize=16_384)
def likeness(one: str, other: str, *, first: bool) -> Likeness:
    """``first``: of first names, which have short forms and initials."""
    if one == other:
        return Likeness.SAME
    if first:
        if stand_for_each_other(one, other):
            return Likeness.SHORT
        if is_first_name(one) and is_first_name(other):
            return _two_names(one, other)
    if 1 in (len(one), len(other)):
        return Likeness.INITIAL if one[0] == other[0] else Likeness.DIFFERENT
    return _by_letters(one, other)


def _two_names(one: str, other: str) -> Likeness:
    """Anna may be a slip of Anne; Mary is none of Mark, nor Janet of Jane."""
    slip = len(one) == len(other) and OSA.distance(one, other) == 1
    return Likeness.CLOSE if slip and of_one_sex(one, other) else Likeness.DIFFERENT


def _by_letters(one: str, other: str) -> Likeness:
    apart, shorter = OSA.distance(one, other), min(len(one), len(other))
    if apart == 1 and shorter >= _LONG_ENOUGH:
        return Likeness.ONE_LETTER
    if shorter >= _LONG_ENOUGH - 1:
        alike = JaroWinkler.similarity(one, other)
        if apart <= 1 or (apart == 2 and shorter > _LONG_ENOUGH) or alike >= _CLOSE:
            return Likeness.CLOSE
        if one.startswith(other) or other.startswith(one):
            return Likeness.CLOSE
        if sound(one) == sound(other):
            return Likeness.SOUND
        if alike >= _VAGUE:
            return Likeness.VAGUE
    return Likeness.UNLIKE
