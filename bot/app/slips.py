"""People like a customer: what a slip of the pen makes of a name, and who else may live there."""

import re
from collections.abc import Iterator
from typing import Final

from adapters.playground import Contact

OTHER_MAIL: Final = "another.mailbox@example.org"
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_OTHERS: Final = ("Riley", "Jordan")


def slips(name: str, postcode: str) -> Iterator[Contact]:
    """More and less like the customer, the most like first."""
    words = _words(name)
    if not words:
        return
    first, last = words[0], words[-1]
    middle = len(last) // 2
    slip = last[:middle] + last[middle + 1 :]
    if postcode and len(words) > 1 and slip:
        yield Contact(f"{first} {slip}", postcode=postcode)
        yield Contact(f"{first[0]} {slip}", postcode=postcode)
    yield Contact(" ".join(words), OTHER_MAIL)
    yield Contact(" ".join(words))


def neighbour(name: str, postcode: str) -> Contact | None:
    """Of the same surname, with another first name."""
    words = _words(name)
    if len(words) < 2 or not postcode:
        return None
    first = next(other for other in _OTHERS if other.casefold() != words[0].casefold())
    return Contact(f"{first} {words[-1]}", postcode=postcode)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if _WORD.fullmatch(word)]
