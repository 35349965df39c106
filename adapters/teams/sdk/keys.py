"""The keys with which Teams signs its requests, fetched without holding anything up."""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout
from jwt import PyJWTError
from jwt.algorithms import RSAAlgorithm

log = logging.getLogger(__name__)

_SECONDS: Final = ClientTimeout(total=10)
_FRESH: Final = 24 * 3600.0
_PAUSE: Final = 300.0
"""Seconds between two looks for a key that we do not know: a forged key id costs no traffic."""


class KeysUnavailable(Exception):
    """The issuer could not be reached, so nobody's token can be checked just now."""


@dataclass(frozen=True, slots=True)
class Key:
    """In the shape in which the SDK's validation looks at it."""

    public_key: Any
    endorsements: tuple[str, ...]


class KeyRing:
    """Takes the place of the SDK's own cache, which blocks the event loop while it fetches, has
    no time limit, and fails on a new key for a day instead of looking for it.

    ``channel``: keys that are not endorsed for it are left out, also those endorsed for nothing,
    which the SDK would let pass.
    """

    def __init__(self, url: str, channel: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = url
        self._channel = channel
        self._clock = clock
        self._keys: Mapping[str, Key] = {}
        self._fetched = -_FRESH
        self._tried = -_PAUSE
        self._lock = asyncio.Lock()

    async def get(self, key_id: str) -> Key:
        """Raises ``PermissionError`` for a key the issuer does not have, or ``KeysUnavailable``."""
        now = self._clock()
        if now - self._fetched >= _FRESH or key_id not in self._keys:
            async with self._lock:
                await self._refresh(key_id)
        key = self._keys.get(key_id)
        if key is None:
            if not self._keys:
                raise KeysUnavailable
            raise PermissionError("unknown key")
        return key

    async def _refresh(self, key_id: str) -> None:
        """Known keys stay in use while the issuer cannot be reached."""
        now = self._clock()
        is_stale = now - self._fetched >= _FRESH
        if (key_id in self._keys and not is_stale) or now - self._tried < _PAUSE:
            return
        try:
            self._keys = await self._fetch()
            self._fetched = now
        except (ClientError, OSError, ValueError, KeyError, TypeError, PyJWTError) as error:
            log.warning("the issuer's keys could not be fetched: %s", type(error).__name__)
            if not self._keys:
                return
        self._tried = now

    async def _fetch(self) -> Mapping[str, Key]:
        async with ClientSession(timeout=_SECONDS, raise_for_status=True) as http:
            async with http.get(self._url) as answer:
                document = await answer.json(content_type=None)
            async with http.get(document["jwks_uri"]) as answer:
                listed = (await answer.json(content_type=None))["keys"]
        return {
            key["kid"]: Key(RSAAlgorithm.from_jwk(json.dumps(key)), tuple(key["endorsements"]))
            for key in listed
            if key.get("kty") == "RSA" and self._channel in key.get("endorsements", ())
        }
