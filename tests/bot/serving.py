"""Runs a server of ours within a test."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Generator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@dataclass
class StopSignal:
    """Whoever awaits it is up, and goes on when the test says so."""

    up: asyncio.Event = field(default_factory=asyncio.Event)
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    def __await__(self) -> Generator[None, None, object]:
        self.up.set()
        return self.stop.wait().__await__()


@asynccontextmanager
async def running(
    server: Callable[[Callable[[], StopSignal]], Coroutine[object, object, None]],
) -> AsyncIterator[None]:
    """``server`` is given its stop signal. What it raises, it raises here."""
    told = StopSignal()
    serving = asyncio.create_task(server(lambda: told))
    up = asyncio.create_task(told.up.wait())
    await asyncio.wait({serving, up}, return_when=asyncio.FIRST_COMPLETED)
    up.cancel()
    if serving.done():
        await serving
    try:
        yield
    finally:
        told.stop.set()
        await serving
