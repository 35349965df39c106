"""Postcodes, addresses and organisations."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from adapters.screening.folding import words

BRITISH: Final = re.compile(
    r"\b([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][abd-hjlnp-uw-z]{2})\b", re.IGNORECASE
)
_ABROAD: Final = re.compile(r"\b([0-9]{4,5})\s*$")
_LEGAL_FORMS: Final = frozenset(
    [
        "ltd",
        "limited",
        "plc",
        "llp",
        "lp",
        "cic",
        "cio",
        "inc",
        "incorporated",
        "llc",
        "corp",
        "corporation",
        "co",
        "company",
        "gmbh",
        "ag",
        "sa",
        "sarl",
        "bv",
        "nv",
        "pty",
        "the",
        "and",
    ]
)
_LONG: Final = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "ct": "court", "crt": "court", "cres": "crescent", "pl": "place", "sq": "square",
    "gdns": "gardens", "tce": "terrace", "ter": "terrace", "apt": "flat", "cct": "circuit",
}  # fmt: skip
GENERIC: Final = frozenset({*_LONG.values(), "way", "hill", "park", "house", "england", "uk"})


@dataclass(frozen=True, slots=True)
class Place:
    """An address. ``numbers``: of house and flat; ``words``: everything but the postcode."""

    postcode: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, address: str) -> Self:
        return cls(*_place(address))

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(word for word in self.words if word[0].isdigit())

    @property
    def letters(self) -> frozenset[str]:
        return _in_threes(self.words)

    @property
    def names(self) -> tuple[str, ...]:
        """What tells this street or town from others."""
        telling = (w for w in self.words if len(w) > 3 and not w[0].isdigit() and w not in GENERIC)
        return tuple(dict.fromkeys(telling))


def normal_postcode(text: str) -> str:
    """``m1 1ae`` is M11AE; "" where there is none. Of other countries: four or five digits."""
    found = BRITISH.search(text)
    if found:
        return (found[1] + found[2]).upper()
    abroad = _ABROAD.search(text)
    return abroad[1] if abroad else ""


@lru_cache(maxsize=4096)
def organisation_words(name: str) -> tuple[str, ...]:
    """Without the legal form; of nothing but such words, all of them."""
    found = words(name)
    return tuple(word for word in found if word not in _LEGAL_FORMS) or found


def has_legal_form(name: str) -> bool:
    telling = _LEGAL_FORMS - {"the", "and", "co", "sa", "ag", "lp"}
    return bool(telling & set(words(name)))


@lru_cache(maxsize=4096)
def _place(address: str) -> tuple[str, tuple[str, ...]]:
    rest = BRITISH.sub(" ", address)
    if rest == address:
        rest = _ABROAD.sub(" ", address)
    return normal_postcode(address), tuple(_LONG.get(word, word) for word in words(rest))


@lru_cache(maxsize=4096)
def _in_threes(words: tuple[str, ...]) -> frozenset[str]:
    """Of all but numbers and words such as street."""
    text = "".join(word for word in words if not word[0].isdigit() and word not in GENERIC)
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))
