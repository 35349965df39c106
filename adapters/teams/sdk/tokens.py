"""The bot's own tokens, with which it shows Teams who it is."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Final, Protocol

from aiohttp import ClientError, ClientSession, ClientTimeout
from botframework.connector.auth import ManagedIdentityAppCredentials

from adapters.teams.settings import AppType, TeamsSettings

_SECONDS: Final = ClientTimeout(total=10)
_MARGIN: Final = 300.0
_IDENTITY_KEPT: Final = 240.0
"""Seconds. The library keeps the tokens of a managed identity itself and knows their end."""


class TokenRefused(Exception):
    """We got no token. ``reason``: a short code."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


class Tokens(Protocol):
    async def current(self) -> str:
        """A valid token, "" where none is needed. Raises ``TokenRefused``."""
        ...

    def forget(self) -> None:
        """The last token was not accepted."""
        ...


def tokens_for(settings: TeamsSettings, clock: Callable[[], float] = time.monotonic) -> Tokens:
    if settings.playground:
        return NoTokens()
    if settings.app_type is AppType.MANAGED_IDENTITY:
        return KeptTokens(_Identity(settings).fetch, clock)
    return KeptTokens(_Password(settings).fetch, clock)


class NoTokens:
    async def current(self) -> str:
        return ""

    def forget(self) -> None:
        pass


class KeptTokens:
    """``fetch``: a new token and for how many seconds it is good."""

    def __init__(self, fetch: Callable[[], Any], clock: Callable[[], float]) -> None:
        self._fetch = fetch
        self._clock = clock
        self._token = ""
        self._until = 0.0
        self._lock = asyncio.Lock()

    async def current(self) -> str:
        async with self._lock:
            if not self._token or self._clock() >= self._until:
                self._token, seconds = await self._fetch()
                self._until = self._clock() + seconds
            return self._token

    def forget(self) -> None:
        self._token = ""


class _Password:
    """OAuth client credentials. The SDK's own way would block the event loop meanwhile."""

    def __init__(self, settings: TeamsSettings) -> None:
        self._url = f"{settings.login_url}/{settings.login_tenant}/oauth2/v2.0/token"
        self._form = {
            "grant_type": "client_credentials",
            "client_id": settings.app_id,
            "client_secret": settings.app_password,
            "scope": f"{settings.scope}/.default",
        }

    async def fetch(self) -> tuple[str, float]:
        try:
            async with (
                ClientSession(timeout=_SECONDS) as http,
                http.post(self._url, data=self._form) as answer,
            ):
                found = await answer.json(content_type=None)
                if answer.status == 200:
                    return str(found["access_token"]), float(found["expires_in"]) - _MARGIN
                told = found.get("error") if isinstance(found, dict) else None
                reason = told if isinstance(told, str) else f"token-http-{answer.status}"
                raise TokenRefused(reason, final=answer.status in (400, 401))
        except (ClientError, TimeoutError):
            raise TokenRefused("token-connection") from None
        except (ValueError, KeyError, TypeError):
            raise TokenRefused("token-unreadable") from None


class _Identity:
    def __init__(self, settings: TeamsSettings) -> None:
        self._credentials = ManagedIdentityAppCredentials(settings.app_id, settings.scope)

    async def fetch(self) -> tuple[str, float]:
        try:
            token = await asyncio.to_thread(self._credentials.get_access_token)
        except Exception as error:
            raise TokenRefused(f"identity-{type(error).__name__}") from None
        return str(token), _IDENTITY_KEPT
