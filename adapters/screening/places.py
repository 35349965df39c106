"""Postcodes, addresses and organisations."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from operator import ne
from typing import Final, Self

from adapters.screening.folding import words

BRITISH: Final = re.compile(
    r"\b([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][abd-hjlnp-uw-z]{2})\b", re.IGNORECASE
)
_CONFUSED: Final = re.compile(
    r"\b([a-z01]{1,2}[0-9oi][a-z0-9]?)\s?([0-9oi][a-z01]{2})\s*$", re.IGNORECASE
)
_MISTAKEN: Final = {"O": "O0", "0": "0O", "I": "I1", "1": "1I"}
_NO_LAST_LETTERS: Final = {"O": "0", "I": "1"}
_LONGEST: Final = 400
_ABROAD: Final = re.compile(r"\b([0-9]{4,5})\s*$")
_LEGAL_FORM_WORDS: Final = """
ltd limited plc llp lp cic cio cyf cyfyngedig ccc cbc inc incorporated llc corp corporation co
company gmbh ag sa sarl bv nv pty sp zoo the and
"""
_LEGAL_FORMS: Final = frozenset(_LEGAL_FORM_WORDS.split())
_NOT_TELLING: Final = frozenset(["the", "and", "co", "sa", "ag", "lp", "sp", "zoo"])
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
    """``m1 1ae`` and ``M1 IAE`` are M11AE; "" where there is none. Of other countries: four or five
    digits."""
    return _postcode_in(text[:_LONGEST])[0]


@lru_cache(maxsize=4096)
def _postcode_in(text: str) -> tuple[str, str]:
    """And what is left of the text without it."""
    if found := BRITISH.search(text):
        area, last = found[1][:-1], found[1][-1].upper()
        code = area + _NO_LAST_LETTERS.get(last, last) + found[2]
        return code.upper(), BRITISH.sub(" ", text)
    if (found := _CONFUSED.search(text)) and (code := _as_meant(found[1] + found[2])):
        return code, text[: found.start()]
    if found := _ABROAD.search(text):
        return found[1], text[: found.start()]
    return "", text


def _as_meant(code: str) -> str:
    """With O and 0, I and 1 where a postcode has letters and digits; "" where it is none."""
    if not any(c.isdigit() for c in code):
        return ""
    readings = product(*(_MISTAKEN.get(c, c) for c in code.upper()))
    meant = (reading for one in readings if BRITISH.fullmatch(reading := "".join(one)))
    return min(meant, key=lambda one: sum(map(ne, one, code.upper())), default="")


@lru_cache(maxsize=4096)
def organisation_words(name: str) -> tuple[str, ...]:
    """Without the legal form; of nothing but such words, all of them."""
    found = words(name)
    return tuple(word for word in found if word not in _LEGAL_FORMS) or found


def has_legal_form(name: str) -> bool:
    return not (_LEGAL_FORMS - _NOT_TELLING).isdisjoint(words(name))


@lru_cache(maxsize=4096)
def _place(address: str) -> tuple[str, tuple[str, ...]]:
    code, rest = _postcode_in(address[:_LONGEST])
    return code, tuple(_LONG.get(word, word) for word in words(rest))


@lru_cache(maxsize=4096)
def _in_threes(words: tuple[str, ...]) -> frozenset[str]:
    """Of all but numbers and words such as street."""
    text = "".join(word for word in words if not word[0].isdigit() and word not in GENERIC)
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))
