"""The Events API: told to the bot in the background, and again when it did not listen."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from adapters.playground.line import BotFailed
from adapters.playground.sender import Sender
from adapters.playground.workspace import Json

RETRY_AFTER_SECONDS: Final = (0.0, 60.0, 300.0)

_log = logging.getLogger(__name__)


class Events:
    """``pause``: waits so many seconds."""

    def __init__(self, sender: Sender, pause: Callable[[float], Awaitable[None]]) -> None:
        self._sender = sender
        self._pause = pause
        self._tasks: set[asyncio.Task[None]] = set()

    def announce(self, event: Json) -> None:
        task = asyncio.create_task(self._deliver(event))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settled(self) -> None:
        """Waits until nothing is under way."""
        await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _deliver(self, event: Json) -> None:
        headers: dict[str, str] = {}
        for number, seconds in enumerate((*RETRY_AFTER_SECONDS, None), start=1):
            try:
                await self._sender.event(event, headers)
                return
            except BotFailed as failed:
                if failed.final or seconds is None:
                    _log.warning("event %s not taken: %s", event["event_id"], failed.reason)
                    return
                headers = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": failed.reason}
            await self._pause(seconds)
