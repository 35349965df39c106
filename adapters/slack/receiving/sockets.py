"""Socket Mode: the same requests over a connection that we open ourselves."""

import asyncio
import logging
from typing import Final

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from adapters.slack.quiet import library_logger
from adapters.slack.sending.web import Web

log = logging.getLogger(__name__)

_PATIENCE: Final = 10.0
_ADDRESS_LIVES: Final = 30.0


class Sockets:
    """Requests that come after ``stop_taking`` stay unacknowledged: Slack sends them again."""

    def __init__(self, app: AsyncApp, app_token: str, web: Web) -> None:
        self._handler = _Handler(app, app_token, library_logger(), web.client)
        self._handler.client.proxy = web.client.proxy
        self._connecting: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Returns once connected, or after a while with the attempt going on."""
        self._connecting = asyncio.create_task(self._connect())
        done, _ = await asyncio.wait({self._connecting}, timeout=_PATIENCE)
        if not done:
            log.warning("Socket Mode is not connected yet")

    def stop_taking(self) -> None:
        self._handler.taking = False

    async def close(self) -> None:
        if self._connecting:
            self._connecting.cancel()
            await asyncio.gather(self._connecting, return_exceptions=True)
        await self._handler.close_async()  # type: ignore[no-untyped-call]

    async def _connect(self) -> None:
        """The library keeps trying one address, which Slack honours for a short time only."""
        while True:
            try:
                async with asyncio.timeout(_ADDRESS_LIVES):
                    await self._handler.connect_async()  # type: ignore[no-untyped-call]
                    return
            except TimeoutError:
                self._handler.client.wss_uri = None


class _Handler(AsyncSocketModeHandler):
    taking = True

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        if self.taking:
            await super().handle(client, req)
