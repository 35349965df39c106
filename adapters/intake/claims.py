"""Who says to have signed a request, just now: by its headers alone, before its body is read."""

import re
from typing import Final, NamedTuple

from aiohttp import web

from adapters.intake.contact import KEY as KEY_PATTERN
from adapters.intake.problems import malformed, unsigned
from adapters.intake.signing import (
    IDEMPOTENCY,
    KEY,
    SIGNATURE,
    TIMESTAMP,
    TOLERANCE,
    Keyring,
    Request,
    is_timely,
)

_ONCE: Final = (IDEMPOTENCY, KEY, TIMESTAMP, SIGNATURE)


class Claim(NamedTuple):
    """``key``: its name. ``idempotency``: "" for none; holds none of what parts a signed text."""

    key: str
    timestamp: str
    signature: str
    idempotency: str

    def is_true(self, keyring: Keyring, request: web.Request, body: bytes) -> bool:
        said = Request(request.method, request.raw_path, self.idempotency, body)
        return keyring.is_signed(self.key, self.timestamp, self.signature, said)


def claim(request: web.Request, now: float) -> Claim:
    """Raises ``Problem``."""
    headers = request.headers
    for name in _ONCE:
        if len(headers.getall(name, ())) > 1:
            raise malformed(f"{name} must come once: of two nobody knows which one counts.")
    if not all(name in headers for name in (KEY, TIMESTAMP, SIGNATURE)):
        raise unsigned(f"{KEY}, {TIMESTAMP} and {SIGNATURE} are needed.")
    if not is_timely(headers[TIMESTAMP], now):
        raise unsigned(
            f"{TIMESTAMP} must be the seconds since 1970, at most {TOLERANCE} from our own clock. "
            "Let your clock be set over the network (NTP), and sign anew at every try."
        )
    idempotency = headers.get(IDEMPOTENCY, "")
    if idempotency and not re.fullmatch(KEY_PATTERN, idempotency):
        raise malformed(f"{_NEEDED} Leave it out of batches and results.")
    return Claim(headers[KEY], headers[TIMESTAMP], headers[SIGNATURE], idempotency)


def needed_key(said: Claim) -> str:
    """Raises ``Problem``."""
    if not said.idempotency:
        raise malformed(_NEEDED)
    return said.idempotency


_NEEDED: Final = (
    f"{IDEMPOTENCY} is needed for a contact: 1 to 200 letters, digits and the signs . _ ~ - that "
    "name it, the same at every try."
)
