"""SQLite's log is written back into its file beside the work, while nobody waits for it.

By itself SQLite has whoever fills the log write it back, which at a million customers takes as
long as the commit.
"""

import asyncio
import logging
import sqlite3
from pathlib import Path
from typing import Final

AT_MOST: Final = 8_000
"""Pages, of 4 KB each: where more come than are written back, whoever commits does it."""

_PAUSE: Final = 0.2
"""Seconds for which commits are gathered, so that many one after another are written back once."""

log = logging.getLogger(__name__)


class Checkpoints:
    """Several processes may do so at once: SQLite lets one of them, and the others go on."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._task: asyncio.Task[None] | None = None
        self._committed = False
        self._closing = asyncio.Event()

    def committed(self) -> None:
        self._committed = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._write_back())

    async def close(self) -> None:
        """Once what is under way has ended. What was not written back stays in the log."""
        self._closing.set()
        if self._task:
            await self._task

    async def _write_back(self) -> None:
        while self._committed:
            if await self._is_closing():
                return
            self._committed = False
            await self._checkpointed()

    async def _checkpointed(self) -> None:
        """Where it fails nothing is lost: all stays in the log, and is written back later."""
        try:
            await asyncio.to_thread(_checkpoint, self._path)
        except sqlite3.Error as error:
            log.warning("the log was not written back: %s", type(error).__name__)

    async def _is_closing(self) -> bool:
        try:
            await asyncio.wait_for(self._closing.wait(), _PAUSE)
        except TimeoutError:
            return False
        return True


def _checkpoint(path: str) -> None:
    connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=rw", uri=True)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    finally:
        connection.close()
