"""Names of people, without titles and what follows a name."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from adapters.screening.folding import words

_TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "miss",
        "ms",
        "mx",
        "dr",
        "doctor",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "revd",
        "reverend",
        "cllr",
        "councillor",
        "capt",
        "captain",
        "major",
        "colonel",
        "hon",
    ]
)
_AFTER: Final = frozenset(
    [
        "obe",
        "mbe",
        "cbe",
        "kbe",
        "phd",
        "bsc",
        "msc",
        "mba",
        "esq",
        "esquire",
        "mp",
        "jp",
        "qc",
        "kc",
    ]
)
_GENERATIONS: Final = {
    "jr": "junior", "jnr": "junior", "junior": "junior", "ii": "junior",
    "sr": "senior", "snr": "senior", "senior": "senior",
}  # fmt: skip
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
    found = list(words(text))
    while len(found) > 1 and found[0] in _TITLES:
        del found[0]
    generation = ""
    while len(found) > 1 and (found[-1] in _AFTER or found[-1] in _GENERATIONS):
        generation = _GENERATIONS.get(found.pop(), generation)
    return tuple(found[:_MOST_WORDS]), generation
