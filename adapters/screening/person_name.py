"""Names of people, without titles and what follows a name."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from adapters.screening.folding import words

_TITLE_WORDS: Final = """
and mr mrs miss ms mx master dr doctor prof professor sir dame lord lady rev revd reverend fr
cllr councillor capt captain major colonel sgt hon
"""
TITLES: Final = frozenset(_TITLE_WORDS.split())
_AFTER_WORDS: Final = """
obe mbe cbe kbe dbe phd bsc ba ma msc mba frcs esq esquire mp ms jp qc kc
"""
_AFTER: Final = frozenset(_AFTER_WORDS.split())
_GENERATIONS: Final = {
    "jr": "junior", "jnr": "junior", "junior": "junior", "ii": "junior", "2nd": "junior",
    "sr": "senior", "snr": "senior", "senior": "senior", "iii": "third", "3rd": "third",
}  # fmt: skip
_AFTER_THE: Final = {
    "younger": "junior", "second": "junior", "elder": "senior", "third": "third",
}  # fmt: skip
_ABBREVIATED: Final = frozenset(["jr", "jnr", "sr", "snr"])
_NO_FIRST_NAMES: Final = frozenset({*_AFTER, *_GENERATIONS, *_AFTER_THE, "the"})
_BEGINNINGS: Final = frozenset(["mc", "mac"])
_MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """``words``: first names first. ``generation``: junior, senior, third or ""."""

    words: tuple[str, ...]
    generation: str = ""

    @classmethod
    def of(cls, text: str) -> Self:
        return cls(*_parts(text))

    @property
    def first_names(self) -> tuple[str, ...]:
        return self.words[:-1][:2]

    @property
    def surnames(self) -> tuple[str, ...]:
        """The last words: two of them where the surname may have two parts."""
        return self.words[1:][-2:]

    def turned(self) -> Self:
        """With what was written first as the surname."""
        return type(self)((*self.words[1:], *self.words[:1]), self.generation)


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[str, ...], str]:
    found = _joined(words(_first_names_first(text)))
    while len(found) > 1 and found[0] in TITLES:
        del found[0]
    generation = _taken_off(found)
    for at, word in enumerate(found):
        if at and word in _ABBREVIATED:
            generation = _GENERATIONS[found.pop(at)]
            break
    return tuple(found[:_MOST_WORDS]), generation


def _taken_off(found: list[str]) -> str:
    """The generation, which is taken off the end with all else that follows a name."""
    generation = ""
    while len(found) > 1:
        if found[-1] in _AFTER or found[-1] in _GENERATIONS:
            generation = _GENERATIONS.get(found.pop(), generation)
        elif len(found) > 2 and found[-2] == "the" and found[-1] in _AFTER_THE:
            generation = _AFTER_THE[found.pop()]
            found.pop()
        else:
            break
    return generation


def _first_names_first(text: str) -> str:
    """``Customer, Casey`` is Casey Customer; ``Casey Customer, MBE`` is as it stands."""
    surname, _, others = text.partition(",")
    after = set(words(others))
    if not after or after <= _NO_FIRST_NAMES or "," in others:
        return text
    return f"{others} {surname}"


def _joined(found: tuple[str, ...]) -> list[str]:
    """``Mc Sample`` is mcsample."""
    joined: list[str] = []
    for word in found:
        if joined and joined[-1] in _BEGINNINGS:
            joined[-1] += word
        else:
            joined.append(word)
    return joined
