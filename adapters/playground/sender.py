"""What Slack sends to the bot: signed HTTP requests that must be answered within three seconds."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout

from adapters.playground.signing import signed_headers
from adapters.playground.workspace import Json

PATIENCE: Final = 3.0
"""Seconds Slack waits for an answer."""

_USER_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"


class BotFailed(Exception):
    """The bot did not acknowledge. ``reason``: Slack's word for it; ``final``: no retry wanted."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot said when it acknowledged; ``body`` is mostly empty."""

    body: str

    def json(self) -> Any:
        """The body as JSON, ``None`` for none; a body that is not JSON is ``BotFailed``."""
        if not self.body.strip():
            return None
        try:
            return json.loads(self.body)
        except ValueError:
            raise BotFailed("invalid_response") from None


class Sender:
    """Opened by ``start``; every method raises ``BotFailed``."""

    def __init__(self, url: str, secret: str, patience: float = PATIENCE) -> None:
        self._url = url
        self._secret = secret
        self._patience = patience
        self._http: ClientSession | None = None

    async def start(self) -> None:
        self._http = ClientSession(timeout=ClientTimeout(total=self._patience))

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()

    async def command(self, fields: Mapping[str, str]) -> Answer:
        return await self._form(fields)

    async def interaction(self, payload: Json) -> Answer:
        return await self._form({"payload": json.dumps(payload)})

    async def event(self, payload: Json, retry: Mapping[str, str]) -> Answer:
        body = json.dumps(payload).encode()
        return await self._send(body, "application/json", retry)

    async def _form(self, fields: Mapping[str, str]) -> Answer:
        body = urlencode(fields).encode()
        return await self._send(body, "application/x-www-form-urlencoded", {})

    async def _send(self, body: bytes, content_type: str, extra: Mapping[str, str]) -> Answer:
        if self._http is None:
            raise BotFailed("connection_failed")
        headers = {
            "Content-Type": content_type,
            "User-Agent": _USER_AGENT,
            **signed_headers(self._secret, int(time.time()), body),
            **extra,
        }
        try:
            async with self._http.post(
                self._url, data=body, headers=headers, allow_redirects=False
            ) as response:
                text = await response.text()
                if response.status != 200:
                    final = response.headers.get("X-Slack-No-Retry") == "1"
                    raise BotFailed("http_error", final=final)
                return Answer(text)
        except TimeoutError:
            raise BotFailed("http_timeout") from None
        except ClientError:
            raise BotFailed("connection_failed") from None
