"""What customers are found by: keyed hashes of what is typed, so that the index tells nothing.

Every identifier has one key and every beginning of every word of the name has one, so that a
look-up is a look-up of equal keys, whatever the number of customers.
"""

import hashlib
import hmac
from collections.abc import Iterator

from adapters.storage.names import SHORTEST, beginnings, normal_phone, normal_text, words_of
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
        """The keys that all match: one for each word, the longest, so the rarest, first.

        A single letter beside longer words is passed over: somebody is still typing.
        """
        words = sorted(words_of(query), key=len, reverse=True)
        telling = [word for word in words if len(word) >= SHORTEST] or words[:1]
        return tuple(self._hash("name", word) for word in telling)

    def _hash(self, kind: str, value: str) -> bytes:
        message = f"{kind}:{value}".encode(errors="surrogatepass")
        return hmac.digest(self._secret, message, hashlib.sha256)[:_KEY_BYTES]


def _findable(customer: Customer) -> Iterator[tuple[str, str]]:
    for value in (customer.reference, *customer.emails, *customer.phones):
        yield from _identifiers(value)
    for word in words_of(customer.name):
        for beginning in beginnings(word):
            yield "name", beginning


def _identifiers(text: str) -> Iterator[tuple[str, str]]:
    yield "text", normal_text(text)
    phone = normal_phone(text)
    if phone:
        yield "phone", phone
