"""What two names say about being of one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from adapters.screening.evidence import Evidence
from adapters.screening.likeness import Likeness, likeness
from adapters.screening.person_name import PersonName

_SURNAME: Final[Mapping[Likeness, float]] = {
    Likeness.SAME: 7,
    Likeness.ONE_LETTER: 5,
    Likeness.CLOSE: 3.5,
    Likeness.SOUND: 2.5,
    Likeness.UNKNOWN: 0,
    Likeness.DIFFERENT: -6,
}
_FIRST: Final[Mapping[Likeness, float]] = {
    Likeness.SAME: 5,
    Likeness.SHORT: 4,
    Likeness.ONE_LETTER: 3.5,
    Likeness.CLOSE: 2,
    Likeness.SOUND: 1.5,
    Likeness.INITIAL: 1,
    Likeness.UNKNOWN: 0,
    Likeness.DIFFERENT: -7,
}
_CERTAIN: Final = (Likeness.SAME, Likeness.SHORT, Likeness.ONE_LETTER)
_TURNED: Final = -1.0
_ORDER: Final = list(Likeness)


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """``another``: whatever else agrees, it is another person's name. ``doubtful``:
    it may be of somebody who changed their surname, or whose first name is spelt alike.
    """

    evidence: tuple[Evidence, ...]
    another: bool = False
    doubtful: bool = False

    @property
    def weight(self) -> float:
        return sum(each.weight for each in self.evidence)


def compare_names(sought: PersonName, known: PersonName) -> NameEvidence:
    straight = _compare(sought, known)
    if len(sought.words) > 1 and len(known.words) > 1:
        turned = _compare(sought.turned(), known)
        if not (turned.another or turned.doubtful) and turned.weight + _TURNED > straight.weight:
            swapped = Evidence(_TURNED, "first name and surname swapped")
            return NameEvidence((*turned.evidence, swapped))
    return straight


def _compare(sought: PersonName, known: PersonName) -> NameEvidence:
    if not sought.words or not known.words:
        return NameEvidence(())
    if 1 in (len(sought.words), len(known.words)):
        return _one_word(sought, known)
    surname = _best(sought.surnames, known.surnames, first=False)
    first = _best(sought.first_names, known.first_names, first=True)
    generations = {sought.generation, known.generation}
    apart = generations == {"junior", "senior"}
    evidence = (
        Evidence(_SURNAME[surname], _words("surname", surname)),
        Evidence(_FIRST[first], _words("first name", first)),
        *((Evidence(-10, "one is junior, the other senior"),) if apart else ()),
    )
    changed = surname is Likeness.DIFFERENT
    another = apart or first is Likeness.DIFFERENT or (changed and first not in _CERTAIN)
    doubtful = changed or first in (Likeness.CLOSE, Likeness.SOUND)
    return NameEvidence(evidence, another, doubtful and not another)


def _one_word(sought: PersonName, known: PersonName) -> NameEvidence:
    surname = _best(sought.words[-1:], known.words[-1:], first=False)
    first = _best(sought.words[:1], known.words[:1], first=True)
    if _ORDER.index(first) < _ORDER.index(surname):
        told, weight = _words("first name", first), _FIRST[first]
    else:
        told, weight = _words("surname", surname), _SURNAME[surname]
    return NameEvidence((Evidence(weight, told),), another=weight < 0)


def _best(ones: Sequence[str], others: Sequence[str], *, first: bool) -> Likeness:
    pairs = [likeness(one, other, first=first) for one in ones for other in others]
    return min(pairs, key=_ORDER.index, default=Likeness.UNKNOWN)


def _words(what: str, like: Likeness) -> str:
    if like is Likeness.SAME:
        return f"same {what}"
    if like is Likeness.DIFFERENT:
        return f"another {what}"
    return f"{what} {like.value}" if like is not Likeness.INITIAL else f"same initial of the {what}"
