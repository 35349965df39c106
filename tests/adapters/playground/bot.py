"""A tiny bot: it verifies what Slack sends, keeps it, and answers what a test tells it to."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from slack_sdk.signature import SignatureVerifier

SECRET = "playground-signing-secret"

Say = Callable[[dict[str, Any]], Awaitable[web.StreamResponse]]


@dataclass
class Bot:
    """``heard``: the payloads in order; ``headers`` those of the same requests."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    say: Say | None = None

    @property
    def last(self) -> dict[str, Any]:
        return self.heard[-1]

    def answers(self, body: Any = None, status: int = 200, **headers: str) -> None:
        """From now on. ``None``: an empty acknowledgement."""

        async def say(_payload: dict[str, Any]) -> web.Response:
            text = "" if body is None else body if isinstance(body, str) else json.dumps(body)
            return web.Response(text=text, status=status, headers=headers)

        self.say = say

    def is_silent(self) -> None:
        """From now on it never answers."""

        async def say(_payload: dict[str, Any]) -> web.Response:
            await asyncio.Event().wait()
            raise AssertionError("unreachable")

        self.say = say

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/slack/events", self._receive)
        return app

    async def _receive(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        verifier = SignatureVerifier(SECRET)
        if not verifier.is_valid_request(body, dict(request.headers)):
            return web.Response(status=401)
        payload = _payload(request, body.decode())
        self.heard.append(payload)
        self.headers.append(dict(request.headers))
        return await self.say(payload) if self.say else web.Response()


def _payload(request: web.Request, body: str) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(json.loads(body))
    fields = dict(parse_qsl(body, keep_blank_values=True))
    return dict(json.loads(fields["payload"])) if "payload" in fields else fields
