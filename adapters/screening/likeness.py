"""How alike two words of a name are."""

from enum import Enum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, JaroWinkler

from adapters.screening.folding import sound
from adapters.screening.nicknames import full_name, is_first_name

_LONG_ENOUGH: Final = 4
_CLOSE: Final = 0.88


class Likeness(Enum):
    """In words that follow "surname" or "first name"; the first ones are the most alike."""

    SAME = "the same"
    SHORT = "a short form"
    ONE_LETTER = "one letter apart"
    CLOSE = "spelt alike"
    SOUND = "sounds alike"
    INITIAL = "same initial"
    UNKNOWN = "not known"
    DIFFERENT = "another"


@lru_cache(maxsize=8192)
def likeness(one: str, other: str, *, first: bool) -> Likeness:
    """``first``: of first names, which have short forms and initials."""
    if one == other:
        return Likeness.SAME
    if first:
        if full_name(one) == full_name(other):
            return Likeness.SHORT
        if 1 in (len(one), len(other)):
            return Likeness.INITIAL if one[0] == other[0] else Likeness.DIFFERENT
        if is_first_name(one) and is_first_name(other):
            return Likeness.DIFFERENT
    return _by_letters(one, other)


def _by_letters(one: str, other: str) -> Likeness:
    apart, shorter = OSA.distance(one, other), min(len(one), len(other))
    if apart == 1 and shorter >= _LONG_ENOUGH:
        return Likeness.ONE_LETTER
    if shorter >= _LONG_ENOUGH - 1:
        if apart <= 1 or (apart == 2 and shorter > _LONG_ENOUGH):
            return Likeness.CLOSE
        if JaroWinkler.similarity(one, other) >= _CLOSE:
            return Likeness.CLOSE
        if sound(one) == sound(other):
            return Likeness.SOUND
    return Likeness.DIFFERENT
