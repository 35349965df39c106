"""The master key: it wraps the data keys and keys the search index."""

import hashlib
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from typing import Final, Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from adapters.storage.faults import KeyFault

KEY_BYTES: Final = 32
_SHAPE: Final = (
    "The master key must be 32 random bytes written in URL-safe base64:"
    " 44 characters, the last one ="
)


class MasterKey:
    """32 secret bytes. ``id`` tells one key from another and gives nothing of it away."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise KeyFault(f"{_SHAPE}. This one has {len(secret)} bytes.")
        self.id: Final = hashlib.sha256(_derived(secret, b"ucb key id")).hexdigest()[:16]
        self.wrapping: Final = _derived(secret, b"ucb wrapping of data keys")
        self.index: Final = _derived(secret, b"ucb search index")

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Raises ``KeyFault`` saying what the text should look like; never shows the text."""
        try:
            secret = urlsafe_b64decode(text.strip().encode("ascii"))
        except (Base64Error, UnicodeEncodeError) as error:
            raise KeyFault(f"{_SHAPE}. This one is not base64.") from error
        return cls(secret)

    @staticmethod
    def generate() -> str:
        """A new key, as the text that ``from_text`` reads."""
        return urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")

    def __repr__(self) -> str:
        return f"<MasterKey {self.id}>"


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(secret)
