"""The weather between the bot and the company's cloud: what can go wrong with a call.

It stands before the local Slack's Web API and response URLs, and keeps what the bot called.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web

from adapters.playground.web_api.arguments import read_arguments

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Fault = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]

PATIENCE: Final = 20.0
RESPONSE: Final = "response"
"""As a method: a post to a response URL."""

DELIVERING: Final = (
    "chat.postMessage",
    "chat.update",
    "conversations.open",
    "conversations.history",
)


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    arguments: dict[str, Any]


@dataclass(slots=True)
class _Spell:
    fault: Fault
    methods: Collection[str]
    to: str | None
    left: int

    def meets(self, call: Call) -> bool:
        at = self.to in (None, call.arguments.get("channel"), call.arguments.get("user"))
        return self.left > 0 and call.method in self.methods and at


@dataclass(slots=True)
class Weather:
    calls: list[Call] = field(default_factory=list)
    _spells: list[_Spell] = field(default_factory=list)
    _silences: list["Silence"] = field(default_factory=list)

    def brings(
        self, fault: Fault, *methods: str, to: str | None = None, times: int = 1_000_000
    ) -> None:
        """To the next calls of these methods. ``to``: of this channel or person alone."""
        self._spells.append(_Spell(fault, methods, to, times))

    def silence(self, *methods: str, arrives: bool, to: str | None = None) -> "Silence":
        """The next call of these methods gets no answer until the silence is over."""
        silence = Silence(arrives)
        self._silences.append(silence)
        self.brings(silence, *methods, to=to, times=1)
        return silence

    def clears(self) -> None:
        self._spells.clear()
        for silence in self._silences:
            silence.over.set()

    def of(self, *methods: str) -> list[dict[str, Any]]:
        return [call.arguments for call in self.calls if call.method in methods]

    def add_to(self, app: web.Application) -> None:
        app.middlewares.append(self._middleware())

        async def clear(_: web.Application) -> None:
            self.clears()

        app.on_shutdown.append(clear)

    def _middleware(self) -> Any:
        @web.middleware
        async def weather(request: web.Request, handler: Handler) -> web.StreamResponse:
            call = await _call(request)
            if call is None:
                return await handler(request)
            self.calls.append(call)
            spell = next((s for s in self._spells if s.meets(call)), None)
            if spell is None:
                return await handler(request)
            spell.left -= 1
            return await spell.fault(request, handler)

        return weather


class Silence:
    """``arrives``: whether the call has its effect all the same."""

    def __init__(self, arrives: bool) -> None:
        self.arrives = arrives
        self.over = asyncio.Event()
        self._fallen = asyncio.Event()

    async def falls(self) -> None:
        """Waits until the call was made."""
        async with asyncio.timeout(PATIENCE):
            await self._fallen.wait()

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await handler(request) if self.arrives else web.Response(status=503)
        self._fallen.set()
        await self.over.wait()
        return response


def rate_limited(seconds: int) -> Fault:
    async def fault(_: web.Request, __: Handler) -> web.StreamResponse:
        body = {"ok": False, "error": "ratelimited"}
        return web.json_response(body, status=429, headers={"Retry-After": str(seconds)})

    return fault


def refused(code: str) -> Fault:
    async def fault(_: web.Request, __: Handler) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": code})

    return fault


def answered(**body: Any) -> Fault:
    async def fault(_: web.Request, __: Handler) -> web.StreamResponse:
        return web.json_response({"ok": True, **body})

    return fault


def broken(*, arrives: bool) -> Fault:
    """An internal error, before or after the call took effect."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        if arrives:
            await handler(request)
        return web.Response(status=500, text="something went wrong")

    return fault


def cut(*, arrives: bool) -> Fault:
    """The connection is reset, before or after the call took effect."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        if arrives:
            await handler(request)
        assert request.transport
        request.transport.abort()
        return web.Response()

    return fault


async def _call(request: web.Request) -> Call | None:
    if request.path.startswith("/api/"):
        return Call(request.match_info["method"], (await read_arguments(request)).values)
    if request.path.startswith("/response/"):
        return Call(RESPONSE, await request.json())
    return None
