"""The chain: every entry carries the hash of the one before it.

It covers what is kept, so ciphertext: it can be verified without any key.
"""

import hashlib
from typing import Final, NamedTuple

from adapters.storage.writing.canonical import canonical

GENESIS: Final = bytes(32)
"""What the first entry names as the hash before it."""


class Link(NamedTuple):
    """An entry as the chain sees it, its fields in the order in which they are hashed.

    ``at``: as ``moment_text`` writes it.
    """

    position: int
    stream: str
    version: int
    kind: str
    at: str
    by: str
    subject: str
    payload: bytes
    previous: bytes

    @property
    def hash(self) -> bytes:
        return hashlib.sha256(canonical(*self)).digest()
