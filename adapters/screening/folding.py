"""Text in the one form in which it is compared: plain letters of a to z, small, and digits."""

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_APOSTROPHES: Final = re.compile(r"['’‘`ʼ´]")
_WORD: Final = re.compile(r"[a-z0-9]+")
_LONGEST: Final = 400
_SOUNDS: Final = str.maketrans("bfpvcgjkqsxzdtlmnr", "111122222222334556")
_SILENT: Final = str.maketrans("", "", "aeiouyhw")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """``O'Neil-Ünal, Зоя`` is oneil, unal, zoya."""
    plain = anyascii(_APOSTROPHES.sub("", text[:_LONGEST])).casefold()
    return tuple(_WORD.findall(_APOSTROPHES.sub("", plain)))


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Alike for words that sound alike in English: the first letter and classes of consonants."""
    first = {"c": "k", "q": "k", "z": "s"}.get(word[:1], word[:1])
    word = word.replace("ph", "f").replace("ck", "k")
    classes = word[1:].translate(_SILENT).translate(_SOUNDS)
    once = "".join(c for i, c in enumerate(classes) if i == 0 or c != classes[i - 1])
    return first + once[:4]
