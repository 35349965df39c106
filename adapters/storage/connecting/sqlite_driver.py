"""SQLite's driver, with fewer changes of thread: a query costs one instead of five.

Each connection still has a thread of its own, in which everything runs that may wait for the disk.
"""

import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import Any, Self

import aiosqlite


def connect(database: str, **options: Any) -> "_Connection":
    """For SQLAlchemy, which awaits what this returns."""
    connector = partial(sqlite3.connect, database, **options | {"check_same_thread": False})
    connection = _Connection(connector, iter_chunk_size=64)
    connection._thread.daemon = True  # so that one left open does not keep the process alive
    return connection


class _Connection(aiosqlite.Connection):
    def cursor(self) -> "_Cursor":  # type: ignore[override]
        return _Cursor(self, self._conn.cursor())

    async def rollback(self) -> None:
        if self.in_transaction:
            await super().rollback()


class _Cursor(aiosqlite.Cursor):
    """Executes and fetches in one turn, so always the whole result: nothing can be streamed."""

    def __init__(self, connection: _Connection, cursor: sqlite3.Cursor) -> None:
        super().__init__(connection, cursor)
        self._fetched: list[Any] = []
        self._through = False

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> Self:
        self._through = False
        await self._execute(self._run, sql, parameters or ())  # type: ignore[no-untyped-call]
        return self

    async def fetchall(self) -> list[Any]:
        fetched, self._fetched = self._fetched, []
        return fetched

    async def close(self) -> None:
        """At once, unless somebody stopped waiting for what the thread is still at."""
        if self._through:
            self._cursor.close()
        else:
            await super().close()

    def _run(self, sql: str, parameters: Iterable[Any]) -> None:
        try:
            self._cursor.execute(sql, parameters)  # type: ignore[arg-type]
            if self._cursor.description:
                self._fetched = self._cursor.fetchall()
        finally:
            self._through = True
