"""First names that stand for each other, and names that do not though they look alike."""

from collections.abc import Iterator, Mapping
from typing import Final

from adapters.screening.given_names import FEMALE, MALE

_NOWHERE: Final[frozenset[str]] = frozenset()


def _groups(text: str) -> Iterator[list[str]]:
    return (group.split() for group in text.split("|"))


def _by_name(*texts: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for sex, text in enumerate(texts):
        for group in _groups(text):
            for name in group:
                table[name] = table.get(name, _NOWHERE) | {f"{group[0]} {sex}"}
    return table


_STANDS_FOR: Final[Mapping[str, frozenset[str]]] = _by_name(MALE, FEMALE)
_MALE: Final = frozenset(_by_name(MALE))
_FEMALE: Final = frozenset(_by_name(FEMALE))


def _roots() -> dict[str, str]:
    """Names that any short form connects have one root: alexander and alexandra, by alex."""
    root = {name: name for name in _STANDS_FOR}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for text in (MALE, FEMALE):
        for first, *others in _groups(text):
            for name in others:
                one, other = sorted((find(first), find(name)))
                root[other] = one
    return {name: find(name) for name in root}


_ROOTS: Final[Mapping[str, str]] = _roots()


def root_of(word: str) -> str:
    """The same for all that may stand for each other, however remotely: to find candidates by."""
    return _ROOTS.get(word, word)


def stand_for_each_other(one: str, other: str) -> bool:
    """``bob`` and robert; sam and samuel, sam and samantha, but not samuel and samantha."""
    return not _STANDS_FOR.get(one, _NOWHERE).isdisjoint(_STANDS_FOR.get(other, _NOWHERE))


def is_first_name(word: str) -> bool:
    """Whether it is one of the common ones: two such names are not each other's misspelling."""
    return word in _STANDS_FOR


def of_one_sex(one: str, other: str) -> bool:
    """Whether two common names may be of two women, or of two men."""
    return {one, other} <= _MALE or {one, other} <= _FEMALE
