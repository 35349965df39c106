"""Names, places, mail addresses and telephone numbers in the form in which they are compared."""

import re
import unicodedata
from typing import Final

SHORTEST: Final = 2
"""The fewest letters of a name that are looked for."""

LONGEST: Final = 20
_MOST_WORDS: Final = 12
_APOSTROPHES: Final = re.compile(r"['’‘`ʼ]")
_WORDS: Final = re.compile(r"[^\W_]+")
_PHONE: Final = re.compile(r"\+?[\d\s().\-/]+")
_FEWEST_DIGITS: Final = 6
_POSTCODE: Final = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) (\d[a-z]{2})\b")


def words_of(name: str) -> tuple[str, ...]:
    """Folded words without accents or apostrophes, each once: ``O'Neil-Ünal`` is oneil, unal."""
    words = (word[:LONGEST] for word in _words(name))
    return tuple(dict.fromkeys(words))[:_MOST_WORDS]


def beginnings(word: str) -> tuple[str, ...]:
    """What may be typed of a word to find it; a word of one letter is found by that."""
    return tuple(word[:end] for end in range(min(SHORTEST, len(word)), len(word) + 1))


def starts(word: str) -> frozenset[str]:
    """The two shortest beginnings, by which words are looked for in pairs."""
    return frozenset({word[:SHORTEST], start(word)})


def start(word: str) -> str:
    return word[: SHORTEST + 1]


def normal_text(text: str) -> str:
    """For mail addresses and references. What cannot be printed, no database is asked for."""
    return "".join(c for c in text.strip().casefold() if c.isprintable())


def normal_place(text: str) -> str:
    """For organisations and addresses: without regard to case, blanks, accents, punctuation.

    What parts two numbers stays: Flat 1, 2 High Street is not Flat 12, High Street.
    """
    return _POSTCODE.sub(r"\1\2", " ".join(_words(text)))


def normal_phone(phone: str) -> str | None:
    """The digits as dialled within the country; ``None`` for what is no telephone number."""
    text = phone.strip()
    if not _PHONE.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    digits = digits.removeprefix("00")
    if digits.startswith("44") and len(digits) > len("44") + _FEWEST_DIGITS:
        digits = "0" + digits.removeprefix("44").lstrip("0")
    return digits if len(digits) >= _FEWEST_DIGITS else None


def _words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORDS.findall(plain)
