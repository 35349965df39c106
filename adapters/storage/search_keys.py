"""What customers are found by: keyed hashes of what is typed, so that the index tells nothing.

Every identifier has one key and every beginning of every word of the name has one, so that a
look-up is a look-up of equal keys, whatever the number of customers. Two words of a name also have
keys together: each may begin many names, both together begin few.
"""

import hashlib
import hmac
from collections.abc import Iterator
from itertools import combinations, product

from adapters.storage.names import (
    SHORTEST,
    beginnings,
    normal_phone,
    normal_text,
    start,
    starts,
    words_of,
)
from core.vocabulary.customer import Customer

_KEY_BYTES = 16


class SearchKeys:
    """``secret``: derived from the master key."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, customer: Customer) -> frozenset[bytes]:
        """Every key by which this customer can be found."""
        return frozenset(self._hash(kind, value) for kind, value in _findable(customer))

    def identifiers(self, query: str) -> tuple[bytes, ...]:
        """What an exact match would have as its key."""
        return tuple(self._hash(kind, value) for kind, value in _identifiers(query))

    def words(self, query: str) -> tuple[bytes, ...]:
        """The keys that all match, the rarest first.

        A single letter beside longer words is passed over: somebody is still typing.
        """
        words = sorted(words_of(query), key=len, reverse=True)
        telling = [word for word in words if len(word) >= SHORTEST] or words[:1]
        values = [("name", word) for word in telling]
        if len(telling) > 1:
            values.insert(0, ("names", _pair(start(telling[0]), start(telling[1]))))
        return tuple(self._hash(kind, value) for kind, value in values)

    def _hash(self, kind: str, value: str) -> bytes:
        message = f"{kind}:{value}".encode(errors="surrogatepass")
        return hmac.digest(self._secret, message, hashlib.sha256)[:_KEY_BYTES]


def _findable(customer: Customer) -> Iterator[tuple[str, str]]:
    for value in (customer.reference, *customer.emails, *customer.phones):
        yield from _identifiers(value)
    words = words_of(customer.name)
    for word in words:
        for beginning in beginnings(word):
            yield "name", beginning
    for one, other in combinations(words, 2):
        for pair in product(starts(one), starts(other)):
            yield "names", _pair(*pair)


def _pair(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))


def _identifiers(text: str) -> Iterator[tuple[str, str]]:
    yield "text", normal_text(text)
    phone = normal_phone(text)
    if phone:
        yield "phone", phone
