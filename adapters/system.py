"""The clock on the wall, and randomness."""

import secrets
from datetime import UTC, datetime
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U, so a reference survives being read aloud."""

LENGTH: Final = 6


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class SystemIds:
    def identifier(self) -> str:
        return secrets.token_hex(16)

    def reference(self, prefix: str) -> str:
        return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
