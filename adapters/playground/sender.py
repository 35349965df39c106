"""What Slack sends to the bot: signed HTTP requests that must be answered within three seconds."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from adapters.playground.line import BotFailed, Line
from adapters.playground.signing import signed_headers
from adapters.playground.workspace import Json

_USER_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"


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
    """Every method raises ``BotFailed``."""

    def __init__(self, url: str, secret: str, line: Line) -> None:
        self._url = url
        self._secret = secret
        self._line = line

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
        headers = {
            "Content-Type": content_type,
            "User-Agent": _USER_AGENT,
            **signed_headers(self._secret, int(time.time()), body),
            **extra,
        }
        reply = await self._line.post(self._url, body, headers)
        if reply.status != 200:
            raise BotFailed("http_error", final=reply.headers.get("X-Slack-No-Retry") == "1")
        return Answer(reply.text)
