"""What customers are found by: keyed hashes of what is typed, so that the index tells nothing.

Every identifier, every place and every beginning of every word of a name has one key, so that a
look-up is a look-up of equal keys, whatever the number of customers. Two words of one name also
have keys together: each may begin many names, both together begin few.
"""

import hashlib
import hmac
from collections.abc import Iterator
from itertools import combinations, product
from typing import Final

from adapters.storage.indexing.key_list import KEY_BYTES
from adapters.storage.indexing.names import (
    SHORTEST,
    beginnings,
    normal_phone,
    normal_place,
    normal_text,
    start,
    starts,
    words_of,
)
from core.services.ports.candidates import KeyMaker
from core.vocabulary.customer import Customer

TYPED_VERSION: Final = "2"
"""Of the keys that are not screening's. Another one has every customer's keys made anew."""

_LONG_KEY_BYTES: Final = 16


class SearchKeys:
    """``secret``: derived from the master key. ``maker``: makes the keys of screening."""

    def __init__(self, secret: bytes, maker: KeyMaker | None = None) -> None:
        self._secret = secret
        self._maker = maker

    def of(self, customer: Customer) -> frozenset[int]:
        """Every key by which this customer can be found."""
        typed = frozenset(self._hash(kind, value) for kind, value in _findable(customer))
        if self._maker is None:
            return typed
        return typed | frozenset(map(self.screening, self._maker.keys_of(customer)))

    def screening(self, key: str) -> int:
        """Of a key by which a customer becomes a candidate."""
        return self._hash("screening", key)

    def identifiers(self, query: str) -> tuple[int, ...]:
        """What an exact match would have as its key."""
        return tuple(self._hash(kind, value) for kind, value in _identifiers(query))

    def places(self, customer: Customer) -> tuple[int, ...]:
        """What others of the same organisation or address have among their keys."""
        return tuple(self._hash(kind, value) for kind, value in _places(customer))

    def words(self, query: str) -> tuple[int, ...]:
        """The keys that all match, the rarest first.

        A single letter beside longer words is passed over: somebody is still typing.
        """
        words = sorted(words_of(query), key=len, reverse=True)
        telling = [word for word in words if len(word) >= SHORTEST] or words[:1]
        values = [("name", word) for word in telling]
        if len(telling) > 1:
            values.insert(0, ("names", _pair(start(telling[0]), start(telling[1]))))
        return tuple(self._hash(kind, value) for kind, value in values)

    def told_apart(self, known_as: str) -> bytes:
        """Longer: two that are the same by chance would keep an alert back."""
        said = _message("told apart", known_as)
        return hmac.digest(self._secret, said, hashlib.sha256)[:_LONG_KEY_BYTES]

    def _hash(self, kind: str, value: str) -> int:
        """Short, so that many fit on a page: two that are the same by chance, which among a
        billion may happen, make somebody a candidate too many."""
        said = _message(kind, value)
        digest = hashlib.blake2b(said, key=self._secret, digest_size=KEY_BYTES).digest()
        return int.from_bytes(digest, signed=True)


def _message(kind: str, value: str) -> bytes:
    return f"{kind}:{value}".encode(errors="surrogatepass")


def _findable(customer: Customer) -> Iterator[tuple[str, str]]:
    for value in (customer.reference, *customer.emails, *customer.phones):
        yield from _identifiers(value)
    yield from _places(customer)
    for words in _names(customer):
        yield from _beginnings(words)


def _names(customer: Customer) -> Iterator[tuple[str, ...]]:
    """The words of each name. One word alone, as a former surname, is written with the others of
    the name."""
    words = words_of(customer.name)
    yield words
    for name in customer.other_names:
        other = words_of(name)
        yield other
        if len(other) == 1:
            yield from ((word, *other) for word in words if word not in other)


def _beginnings(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for word in words:
        for beginning in beginnings(word):
            yield "name", beginning
    for one, other in combinations(words, 2):
        for pair in product(starts(one), starts(other)):
            yield "names", _pair(*pair)


def _places(customer: Customer) -> Iterator[tuple[str, str]]:
    for kind, text in (("organisation", customer.organisation), ("address", customer.address)):
        if place := normal_place(text):
            yield kind, place


def _pair(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))


def _identifiers(text: str) -> Iterator[tuple[str, str]]:
    yield "text", normal_text(text)
    phone = normal_phone(text)
    if phone:
        yield "phone", phone
