"""The line to the bot: what is posted to it over a socket, answered soon or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout

PATIENCE: Final = 3.0
"""Seconds Slack waits for an answer."""


class BotFailed(Exception):
    """The bot did not acknowledge. ``reason``: Slack's word for it; ``final``: no retry wanted."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    text: str


class Line:
    """Opened by ``start``. ``patience``: in seconds."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._http: ClientSession | None = None

    async def start(self) -> None:
        self._http = ClientSession(timeout=ClientTimeout(total=self._patience))

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        """Whatever its status. Raises ``BotFailed`` where nobody answers."""
        if self._http is None:
            raise BotFailed("connection_failed")
        try:
            async with self._http.post(
                url, data=body, headers=headers, allow_redirects=False
            ) as response:
                return Reply(response.status, response.headers, await response.text())
        except TimeoutError:
            raise BotFailed("http_timeout") from None
        except ClientError:
            raise BotFailed("connection_failed") from None
