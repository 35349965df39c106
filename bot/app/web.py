"""The web server around the adapters: its health, its beginning and its end."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

log = logging.getLogger(__name__)

LARGEST_REQUEST: Final = 2 * 1024 * 1024
SECONDS_TO_FINISH: Final = 10


def web_app(is_ready: Callable[[], Awaitable[bool]]) -> web.Application:
    """``/healthz``: the process answers. ``/readyz``: so does the database."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        try:
            ready = await is_ready()
        except Exception:
            log.exception("the readiness check failed")
            ready = False
        if ready:
            return web.json_response({"status": "ok"})
        return web.json_response({"status": "the database does not answer"}, status=503)

    app = web.Application(client_max_size=LARGEST_REQUEST)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    return app


class PortTaken(Exception):
    """Another program listens there."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


@asynccontextmanager
async def served(app: web.Application, host: str, port: int) -> AsyncIterator[None]:
    """Listens while the context lasts, then lets requests come to their end."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SECONDS_TO_FINISH)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as fault:
            raise PortTaken(port) from fault
        yield
    finally:
        await runner.cleanup()


def told_to_stop() -> Awaitable[object]:
    """Comes true at SIGTERM or Ctrl-C, from this call on until the event loop ends."""
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    return loop.create_task(told.wait())
