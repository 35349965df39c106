"""Encryption: a data key for each person, wrapped by the master key."""

import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.storage.faults import Erased, Unreadable
from adapters.storage.sealing.master_key import KEY_BYTES, MasterKey
from adapters.storage.writing.canonical import Field, canonical

_FORMAT: Final = b"\x01"
_NONCE_BYTES: Final = 12


class DataKey:
    """AES-256-GCM. ``place`` names where the sealed bytes stand; they open nowhere else."""

    def __init__(self, secret: bytes) -> None:
        self._cipher = AESGCM(secret)

    def seal(self, plain: bytes, *place: Field) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _FORMAT + nonce + self._cipher.encrypt(nonce, plain, canonical(*place))

    def open(self, sealed: bytes, *place: Field) -> bytes:
        """Raises ``Unreadable``."""
        if sealed[:1] != _FORMAT:
            raise Unreadable("sealed in a format this version does not know")
        nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, body, canonical(*place))
        except (InvalidTag, ValueError) as error:
            raise Unreadable("does not decrypt with its key, in its place") from error


class Keyring:
    """Makes data keys and opens wrapped ones."""

    def __init__(self, master: MasterKey) -> None:
        self.master_id: Final = master.id
        self._wrapping = DataKey(master.wrapping)

    def new(self, subject: str) -> tuple[DataKey, bytes]:
        """A fresh data key for this person, and the same one wrapped, to be kept."""
        secret = secrets.token_bytes(KEY_BYTES)
        return DataKey(secret), self._wrapping.seal(secret, "data key", subject)

    def unwrap(self, subject: str, wrapped: bytes | None) -> DataKey:
        """Raises ``Erased`` when the key is gone and ``Unreadable`` when it does not open."""
        if wrapped is None:
            raise Erased(f"the data key of {subject} was destroyed")
        return DataKey(self._wrapping.open(wrapped, "data key", subject))
