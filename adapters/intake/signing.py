"""Who sent a request: a signature over everything in it that says what happens."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

VERSION: Final = "v1"
KEY: Final = "X-UCB-Key"
TIMESTAMP: Final = "X-UCB-Timestamp"
SIGNATURE: Final = "X-UCB-Signature"
IDEMPOTENCY: Final = "Idempotency-Key"
TOLERANCE: Final = 300
"""Seconds by which the sender's clock may differ from ours."""


@dataclass(frozen=True, slots=True)
class Request:
    """``path``: as it stands in the request line, with its query. ``idempotency``: "" for none."""

    method: str
    path: str
    idempotency: str = ""
    body: bytes = field(default=b"", repr=False)


def signature(secret: str, timestamp: str, request: Request) -> str:
    """``v1=`` and the HMAC-SHA256, in hex, of
    ``v1:{timestamp}:{method}:{path}:{idempotency key}:{body}``.

    So a request that was overheard is no use with another method, at another path, or under a
    key that would make a second contact of it.
    """
    parts = (VERSION, timestamp, request.method, request.path, request.idempotency, "")
    signed = ":".join(parts).encode("utf-8", "surrogateescape") + request.body
    return f"{VERSION}={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


def signed_headers(key: str, secret: str, now: float, request: Request) -> dict[str, str]:
    """What to send with ``request``. ``now``: seconds since 1970."""
    timestamp = str(int(now))
    headers = {
        KEY: key,
        TIMESTAMP: timestamp,
        SIGNATURE: signature(secret, timestamp, request),
    }
    return headers | ({IDEMPOTENCY: request.idempotency} if request.idempotency else {})


def source_of(key: str) -> str:
    """``crm`` for ``crm/2026``: two keys of one sender overlap while one replaces the other."""
    return key.partition("/")[0]


def is_timely(timestamp: str, now: float) -> bool:
    is_number = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12
    return is_number and abs(int(timestamp) - now) <= TOLERANCE


class Keyring:
    """``secrets`` by the names of the keys."""

    def __init__(self, secrets: Mapping[str, str]) -> None:
        self._secrets = dict(secrets)

    def __bool__(self) -> bool:
        return bool(self._secrets)

    def is_signed(self, key: str, timestamp: str, given: str, request: Request) -> bool:
        """An unknown key takes as long as a wrong signature."""
        secret = self._secrets.get(key)
        wanted = signature(secret or "nobody's", timestamp, request)
        same = hmac.compare_digest(wanted.encode(), given.encode("utf-8", "surrogateescape"))
        return same and secret is not None
