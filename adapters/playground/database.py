"""Where the workspace's state stands: one SQLite file that survives a restart."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

_TABLES: Final = ("messages", "reads", "views", "homes", "files")

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS messages (
    channel TEXT NOT NULL, ts TEXT NOT NULL, user TEXT NOT NULL, text TEXT NOT NULL,
    blocks TEXT NOT NULL, metadata TEXT, edited INTEGER NOT NULL, files TEXT NOT NULL,
    thread TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (channel, ts)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reads (
    seat TEXT NOT NULL, channel TEXT NOT NULL, ts TEXT NOT NULL,
    PRIMARY KEY (seat, channel)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS views (
    id TEXT PRIMARY KEY, seat TEXT NOT NULL, place INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS homes (seat TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL,
    length INTEGER NOT NULL, content BLOB, channel TEXT);
"""


class Database:
    """Tiny and local, so it is asked directly: no query here waits for anything."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(_SCHEMA)
        self._mend()

    def rows(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        with closing(self._connection.execute(query, tuple(values))) as cursor:
            return cursor.fetchall()

    def row(self, query: str, values: Iterable[Any] = ()) -> tuple[Any, ...] | None:
        rows = self.rows(query, values)
        return rows[0] if rows else None

    def change(self, query: str, values: Iterable[Any] = ()) -> None:
        self._connection.execute(query, tuple(values)).close()

    def empty(self) -> None:
        for table in _TABLES:
            self.change(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def _mend(self) -> None:
        """A file of before there were replies has no column for them."""
        columns = {row[1] for row in self.rows("PRAGMA table_info(messages)")}
        if "thread" not in columns:
            self.change("ALTER TABLE messages ADD COLUMN thread TEXT NOT NULL DEFAULT ''")

    def close(self) -> None:
        self._connection.close()
