"""A Slack that takes everything at once and remembers only when it came."""

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from benchmarks.wire import Listener
from bot.app.made_up import TEAM

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arrival:
    at: float
    body: bytes


class Sink:
    """``url``: where it is. ``posted``: how many messages it has taken."""

    def __init__(self) -> None:
        self.url = ""
        self.posted = 0
        self._target = 0
        self._reached = asyncio.Event()
        self._awaited: dict[str, deque[asyncio.Future[Arrival]]] = defaultdict(deque)

    def next(self, path: str) -> asyncio.Future[Arrival]:
        """The next request for ``path`` that nobody else waits for."""
        future = asyncio.get_running_loop().create_future()
        self._awaited[path].append(future)
        return future

    async def until(self, posted: int) -> None:
        """Until so many messages were posted since the beginning."""
        self._target = posted
        self._reached.clear()
        if self.posted < posted:
            await self._reached.wait()

    def handle(self, target: str, body: bytes) -> bytes:
        path, _, query = target.partition("?")
        arrival = Arrival(time.perf_counter(), body)
        if self._awaited[path]:
            self._awaited[path].popleft().set_result(arrival)
        return json.dumps({"ok": True, **self._answer(path, query)}).encode()

    def _answer(self, path: str, query: str) -> Json:
        match path:
            case "/api/auth.test":
                return {"team_id": TEAM, "bot_id": "B1", "user_id": "UBOT"}
            case "/api/users.info":
                user = dict(parse_qsl(query))["user"]
                return {"user": {"id": user, "team_id": TEAM, "profile": {}}}
            case "/api/conversations.open":
                return {"channel": {"id": "D1"}}
            case "/api/chat.postMessage":
                self.posted += 1
                if self.posted >= self._target:
                    self._reached.set()
                return {"channel": "D1", "ts": f"{self.posted}.000100"}
            case _:
                return {}


@asynccontextmanager
async def opened_sink() -> AsyncIterator[Sink]:
    sink = Sink()
    listener = Listener(sink.handle)
    sink.url = f"http://127.0.0.1:{await listener.start()}"
    yield sink
    await listener.close()
