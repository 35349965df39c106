"""The way of Slack's requests to the bot: over it they are spread, doubled, lost and repeated."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

from aiohttp import ClientError, ClientSession, web

from adapters.playground.signing import signed_headers

PATH: Final = "/to-the-bot"
FORM: Final = "application/x-www-form-urlencoded"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """One request of Slack's, without its signature."""

    body: bytes
    content_type: str = FORM

    @classmethod
    def of(cls, payload: Json) -> "Taken":
        return cls(urlencode({"payload": json.dumps(payload)}).encode())

    @property
    def payload(self) -> Json:
        """Of an interaction; empty for a command."""
        found = parse_qs(self.body.decode()).get("payload")
        return dict(json.loads(found[0])) if found else {}

    def with_payload(self, change: Callable[[Json], None]) -> "Taken":
        payload = self.payload
        change(payload)
        return Taken.of(payload)


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: str

    @property
    def shown(self) -> Json:
        return dict(json.loads(self.body)) if self.body else {}


@dataclass(slots=True)
class Front:
    """``bots``: where they are; requests go to them in turn. ``copies``: how often each is sent, at
    once. ``blocked``: interactions of this type do not get through. ``lost``: so many of the next
    answers do not. ``together``: so many requests wait for each other before they go on.
    """

    http: ClientSession
    secret: str
    bots: list[str] = field(default_factory=list)
    copies: int = 1
    blocked: str = ""
    lost: int = 0
    together: asyncio.Barrier | None = None
    taken: list[Taken] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    _turn: int = 0

    async def again(self, taken: Taken) -> Reply:
        """Slack's repetition of a request that it took to be lost."""
        repeats = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
        return await self.send(taken, repeats)

    async def send(self, taken: Taken, extra: Mapping[str, str] | None = None) -> Reply:
        """Signed now, unless ``extra`` has the headers of a signature."""
        headers = {
            "Content-Type": taken.content_type,
            **signed_headers(self.secret, int(time.time()), taken.body),
            **(extra or {}),
        }
        bot = self.bots[self._turn % len(self.bots)]
        self._turn += 1
        url = f"{bot}/slack/events"
        async with self.http.post(url, data=taken.body, headers=headers) as answer:
            reply = Reply(answer.status, await answer.text())
        self.replies.append(reply)
        return reply

    async def pass_on(self, request: web.Request) -> web.Response:
        taken = Taken(await request.read(), request.content_type)
        self.taken.append(taken)
        if self.blocked and taken.payload.get("type") == self.blocked:
            return web.Response(status=502)
        if self.together:
            await self.together.wait()
        try:
            sent = (self.send(taken) for _ in range(self.copies))
            reply, *_ = await asyncio.gather(*sent)
        except ClientError:
            return web.Response(status=502)
        if self.lost:
            self.lost -= 1
            return web.Response(status=504)
        return web.Response(status=reply.status, text=reply.body, content_type="application/json")
