"""Tells the open pages what changed (server-sent events); each then fetches it anew."""

import asyncio
import json
from collections.abc import Collection
from typing import Final

from aiohttp import ClientConnectionResetError, web

from adapters.playground.workspace import Json

_HEARTBEAT_SECONDS: Final = 15
_LONGEST_QUEUE: Final = 1000
_END: Final = ""


class Hub:
    def __init__(self) -> None:
        self._queues: dict[asyncio.Queue[str], str] = {}
        self._closed = False

    def publish(self, event: Json, seats: Collection[str] | None = None) -> None:
        """To everybody, or to the pages of these seats alone."""
        data = json.dumps(event)
        for queue, seat in self._queues.items():
            if (seats is None or seat in seats) and queue.qsize() < _LONGEST_QUEUE:
                queue.put_nowait(data)

    def close(self) -> None:
        """Ends every stream, so that the server can stop."""
        self._closed = True
        for queue in self._queues:
            queue.put_nowait(_END)

    async def serve(self, request: web.Request, seat: str) -> web.StreamResponse:
        """Streams to one page until it leaves or the hub is closed."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._queues[queue] = seat
        try:
            await response.prepare(request)
            await response.write(b": welcome\n\n")
            while not self._closed and (data := await _next(queue)) != _END:
                await response.write(data.encode())
        except (ConnectionResetError, ClientConnectionResetError):
            pass
        finally:
            del self._queues[queue]
        return response


async def _next(queue: asyncio.Queue[str]) -> str:
    try:
        data = await asyncio.wait_for(queue.get(), _HEARTBEAT_SECONDS)
    except TimeoutError:
        return ": still here\n\n"
    return f"data: {data}\n\n" if data else _END
