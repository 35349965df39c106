"""A small Slack: it records what the bot calls, and answers as it was told to."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer

Json = dict[str, Any]
Reply = Callable[[], web.StreamResponse] | Json

TEAM, BOT, TOKEN = "T0001", "B0001", "xoxb-made-up"


@dataclass(frozen=True)
class Call:
    method: str
    arguments: Json
    token: str


@dataclass
class SmallSlack:
    """``replies``: what the next calls of a method are answered, before the usual answer."""

    calls: list[Call] = field(default_factory=list)
    replies: defaultdict[str, deque[Reply]] = field(default_factory=lambda: defaultdict(deque))
    users: dict[str, Json] = field(default_factory=dict)
    history: list[Json] = field(default_factory=list)
    replied: list[Json] = field(default_factory=list)
    envelopes: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    acknowledged: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    server: TestServer | None = None
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/respond/{name}", self._respond)
        app.router.add_get("/socket", self._socket)
        self.server = TestServer(app)
        await self.server.start_server()

    async def close(self) -> None:
        assert self.server
        await self.server.close()

    def url(self, path: str) -> str:
        assert self.server
        return str(self.server.make_url(path))

    def of(self, method: str) -> list[Json]:
        return [call.arguments for call in self.calls if call.method == method]

    async def called(self, method: str, times: int = 1) -> Json:
        """Waits until ``method`` was called ``times`` times; the arguments of the last of them."""
        async with asyncio.timeout(5), self._news:
            await self._news.wait_for(lambda: len(self.of(method)) >= times)
        return self.of(method)[times - 1]

    def fails(self, method: str, error: str, times: int = 1) -> None:
        self.replies[method].extend([{"ok": False, "error": error}] * times)

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        await self._record(Call(method, arguments, token))
        if self.replies[method]:
            reply = self.replies[method].popleft()
            return web.json_response(reply) if isinstance(reply, dict) else reply()
        return web.json_response({"ok": True, **self._usual(method, arguments)})

    def _usual(self, method: str, arguments: Mapping[str, Any]) -> Json:
        match method:
            case "auth.test":
                return {"team_id": TEAM, "bot_id": BOT, "user_id": "UBOT"}
            case "users.info":
                user = str(arguments["user"])
                return {"user": self.users.get(user, colleague(user))}
            case "conversations.open":
                return {"channel": {"id": f"D{arguments['users']}"}}
            case "chat.postMessage" | "chat.update":
                return {"channel": arguments["channel"], "ts": f"{len(self.calls)}.000100"}
            case "conversations.history":
                return {"messages": self.history, "response_metadata": {"next_cursor": ""}}
            case "conversations.replies":
                return {"messages": self.replied, "response_metadata": {"next_cursor": ""}}
            case "apps.connections.open":
                return {"url": self.url("/socket").replace("http", "ws", 1)}
            case _:
                return {}

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        name = f"respond/{request.match_info['name']}"
        await self._record(Call(name, await request.json(), ""))
        if self.replies[name]:
            self.replies[name].popleft()
            return web.Response(status=404, text="used_url")
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        sending = asyncio.create_task(self._send(socket))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self.acknowledged.put(message.json())
        sending.cancel()
        return socket

    async def _send(self, socket: web.WebSocketResponse) -> None:
        while True:
            await socket.send_json(await self.envelopes.get())

    async def _record(self, call: Call) -> None:
        async with self._news:
            self.calls.append(call)
            self._news.notify_all()


def colleague(user: str, **other: Any) -> Json:
    profile = {"email": f"{user.lower()}@example.org"}
    return {"id": user, "team_id": TEAM, "profile": profile, "is_email_confirmed": True, **other}


async def _arguments(request: web.Request) -> Json:
    if request.content_type == "application/json":
        return dict(await request.json())
    return {**dict(request.query), **dict(await request.post())}
