"""What two names say about being of one person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from adapters.screening.evidence import Evidence
from adapters.screening.likeness import Likeness, likeness
from adapters.screening.person_name import PersonName
from adapters.screening.weights import FIRST, GENERATION, MIDDLE, SURNAME, SWAPPED

_CERTAIN: Final = (Likeness.SAME, Likeness.SHORT, Likeness.ONE_LETTER)
_DOUBTFUL: Final = (Likeness.CLOSE, Likeness.SOUND, Likeness.VAGUE, Likeness.UNLIKE)
_OTHER: Final = (Likeness.VAGUE, Likeness.UNLIKE, Likeness.DIFFERENT)
_SAYS_NOTHING: Final = (Likeness.INITIAL, Likeness.UNKNOWN)
_ORDER: Final = {like: number for number, like in enumerate(Likeness)}


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """``another``: whatever else agrees, it is another person's name. ``doubtful``:
    it may be of somebody who changed their surname, whose first name is garbled, or who has the
    name of their father. ``half``: an initial stands for one of the two names, or nothing does.
    """

    evidence: tuple[Evidence, ...]
    another: bool = False
    doubtful: bool = False
    half: bool = False

    @property
    def weight(self) -> float:
        return sum(each.weight for each in self.evidence)


def compare_names(sought: PersonName, known: PersonName) -> NameEvidence:
    straight = _compare(sought, known)
    if len(sought.words) > 1 and len(known.words) > 1 and straight.weight < _MOST_TURNED:
        turned = _compare(sought.turned(), known)
        if not turned.another and turned.weight + SWAPPED > straight.weight:
            swapped = Evidence(SWAPPED, "first name and surname swapped")
            return replace(turned, evidence=(*turned.evidence, swapped))
    return straight


def _compare(sought: PersonName, known: PersonName) -> NameEvidence:
    if not sought.words or not known.words:
        return NameEvidence(())
    if 1 in (len(sought.words), len(known.words)):
        return _one_word(sought, known)
    surname = _best(sought.surnames, known.surnames, first=False)
    first, by_middle = _first_names(sought.first_names, known.first_names)
    evidence = (_OF_SURNAME[surname], _BY_MIDDLE if by_middle else _OF_FIRST[first])
    changed = surname in _OTHER
    unlike = first in _OTHER or first in _SAYS_NOTHING
    another = first is Likeness.DIFFERENT or (changed and unlike)
    doubtful = changed or by_middle or first in _DOUBTFUL
    half = Likeness.INITIAL in (surname, first)
    names = NameEvidence(evidence, another, doubtful and not another, half)
    return _with_generations(names, sought.generation, known.generation)


def _with_generations(names: NameEvidence, ours: str, theirs: str) -> NameEvidence:
    if ours == theirs:
        return names
    if ours and theirs:
        apart = Evidence(GENERATION, f"one is {ours}, the other {theirs}")
        return NameEvidence((*names.evidence, apart), another=True, half=names.half)
    one = Evidence(0, f"only one is called {ours or theirs}: there may be two of one name")
    doubtful = not names.another
    return replace(names, evidence=(*names.evidence, one), doubtful=doubtful)


def _first_names(ones: Sequence[str], others: Sequence[str]) -> tuple[Likeness, bool]:
    """And whether it is one's second name alone that is like the other's first."""
    first = _best(ones[:1], others[:1], first=True)
    if first in _OTHER and len(ones) + len(others) > 2:
        best = _best(ones, others, first=True)
        if best in _CERTAIN:
            return best, True
    return first, False


def _one_word(sought: PersonName, known: PersonName) -> NameEvidence:
    """Where all that is known is a first name, or a surname."""
    surname = _best(sought.words, known.words, first=False)
    first = _best(sought.words[:1], known.words[:1], first=True)
    if _ORDER[first] < _ORDER[surname]:
        best, evidence = first, _OF_FIRST[first]
    else:
        best, evidence = surname, _OF_SURNAME[surname]
    return NameEvidence((evidence,), another=best in _OTHER, half=True)


def _best(ones: Sequence[str], others: Sequence[str], *, first: bool) -> Likeness:
    if len(ones) == len(others) == 1:
        return likeness(ones[0], others[0], first=first)
    pairs = [likeness(one, other, first=first) for one in ones for other in others]
    return min(pairs, key=_ORDER.__getitem__, default=Likeness.UNKNOWN)


def _words(what: str, like: Likeness) -> str:
    if like is Likeness.SAME:
        return f"same {what}"
    if like in (Likeness.DIFFERENT, Likeness.UNLIKE):
        return f"another {what}"
    return f"{what} {like.value}" if like is not Likeness.INITIAL else f"same initial of the {what}"


_OF_SURNAME: Final = {
    like: Evidence(weight, _words("surname", like)) for like, weight in SURNAME.items()
}
_OF_FIRST: Final = {
    like: Evidence(weight, _words("first name", like)) for like, weight in FIRST.items()
}
_BY_MIDDLE: Final = Evidence(MIDDLE, "same middle name")
_MOST_TURNED: Final = max(SURNAME.values()) + max(FIRST.values()) + SWAPPED
