"""Names of people, without titles and what follows a name."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from adapters.screening.folding import words

_TITLE_WORDS: Final = """
and mr mrs miss ms mx master dr doctor prof professor sir dame lord lady rev revd reverend fr
cllr councillor capt captain major colonel sgt hon
"""
_TITLES: Final = frozenset(_TITLE_WORDS.split())
_AFTER_WORDS: Final = """
obe mbe cbe kbe dbe phd bsc ba ma msc mba frcs esq esquire mp ms jp qc kc
"""
_AFTER: Final = frozenset(_AFTER_WORDS.split())
_GENERATIONS: Final = {
    "jr": "junior", "jnr": "junior", "junior": "junior", "ii": "junior",
    "sr": "senior", "snr": "senior", "senior": "senior",
}  # fmt: skip
_BEGINNINGS: Final = frozenset(["mc", "mac"])
_MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """``words``: first names first. ``generation``: junior, senior or ""."""

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
    while len(found) > 1 and found[0] in _TITLES:
        del found[0]
    generation = ""
    while len(found) > 1 and (found[-1] in _AFTER or found[-1] in _GENERATIONS):
        generation = _GENERATIONS.get(found.pop(), generation)
    return tuple(found[:_MOST_WORDS]), generation


def _first_names_first(text: str) -> str:
    """``Customer, Casey`` is Casey Customer; ``Casey Customer, MBE`` is as it stands."""
    surname, _, others = text.partition(",")
    after = set(words(others))
    if not after or after <= _AFTER | _GENERATIONS.keys() or "," in others:
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
