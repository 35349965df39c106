"""Work that goes on after a chat platform was answered, and is never forgotten."""

import asyncio
import logging
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class Background:
    """Holds on to every task until it is done, and waits for them at the end."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Future[Any]] = set()

    def start(self, work: Coroutine[Any, Any, T], about: str) -> asyncio.Task[T]:
        """``about``: a reference for the log, no personal data."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._ended(done, about))
        return task

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Holds a ``drain`` back until a request that may still start work is over."""
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._tasks.add(over)
        try:
            yield
        finally:
            self._tasks.discard(over)
            over.cancel()

    async def drain(self, seconds: float) -> int:
        """Wait for all work, also for what it starts meanwhile; give up after ``seconds``.

        Returns how many tasks had to be cancelled.
        """
        deadline = asyncio.get_running_loop().time() + seconds
        while self._tasks:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            await asyncio.wait(self._tasks, timeout=left)
        late = list(self._tasks)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return len(late)

    def _ended(self, task: asyncio.Task[Any], about: str) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            log.warning("background work was cancelled: %s", about)
        elif error := task.exception():
            log.error("background work failed: %s: %s", about, type(error).__name__)
