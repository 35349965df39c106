"""By which encoding a file is to be read."""

import re
from typing import Final

UTF_8: Final = "utf-8"
WINDOWS: Final = "cp1252"
BOM: Final = b"\xef\xbb\xbf"
OTHER_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_WHOLE: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HALF: Final = re.compile(rb"[\xc2\xc3](?![\x80-\xbf])")
"""A circumflex or a tilde on a capital A in Windows-1252; half of any accented letter in UTF-8."""


class Guess:
    """Looks at every line. What is UTF-8 in a single place is UTF-8 with a fault elsewhere."""

    def __init__(self) -> None:
        self._is_utf_8 = False
        self._is_other = False

    def look(self, line: bytes) -> None:
        if line.isascii():
            return
        if _WHOLE.search(line) or _HALF.search(line):
            self._is_utf_8 = True
        else:
            self._is_other = True

    @property
    def encoding(self) -> str:
        return WINDOWS if self._is_other and not self._is_utf_8 else UTF_8


def half_of_a_character(text: str) -> bool:
    """Whether a byte stands in it that is no character."""
    return not text.isascii() and any("\ud800" <= each <= "\udfff" for each in text)
