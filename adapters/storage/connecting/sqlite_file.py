"""A database in SQLite's file: how it is made, and what holds for every connection to it."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any, Final

from adapters.storage.connecting.checkpoints import AT_MOST
from adapters.storage.faults import StorageFault

_A_MOMENT: Final = 0.01


def make(path: str | None) -> None:
    """The file is for the bot's own account alone; SQLite gives its companions the same mode.

    Raises ``StorageFault``.
    """
    file = Path(path or "")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StorageFault(f"The database cannot be opened: {error}") from error


def settle(connection: Any, lock_seconds: int) -> None:
    """``lock_seconds``: how long a statement waits for a lock."""
    with closing(connection.cursor()) as cursor:
        # The busy time-out comes first: the switch to WAL may itself have to wait.
        cursor.execute(f"PRAGMA busy_timeout = {lock_seconds * 1000}")
        _switch_to_wal(connection, cursor, until=monotonic() + lock_seconds)
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA wal_autocheckpoint = {AT_MOST}")


def _switch_to_wal(connection: Any, cursor: Any, until: float) -> None:
    """SQLite does not always wait when several switch a new file at once: then we do."""
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            connection.run_async(lambda _: asyncio.sleep(_A_MOMENT))
        else:
            return
