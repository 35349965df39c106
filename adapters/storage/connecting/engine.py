"""Connections to SQLite and PostgreSQL, and what differs between the two."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence, Set
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, nullcontext
from functools import cache
from typing import Any, Final, TypeVar

from sqlalchemy import URL, Connection, Row, Table, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from adapters.storage.connecting import sqlite_driver, sqlite_file
from adapters.storage.connecting.checkpoints import Checkpoints
from adapters.storage.connecting.standing import ask_where_in_doubt
from adapters.storage.faults import StorageFault

T = TypeVar("T")

AnyRow = Row[*tuple[Any, ...]]

LOCK_SECONDS: Final = 10
"""How long a statement waits for a lock before the caller is told to try again."""

_MANY: Final = 500
_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_BEGIN: Final = "ucb_begin"


class Database:
    """Reads see what is committed, statement by statement; writes are one transaction each."""

    def __init__(self, url: str) -> None:
        """Raises ``StorageFault`` for a URL that is not one of ours. Connects to nothing yet."""
        parsed = _parsed(url)
        self.is_sqlite: Final = parsed.drivername.startswith("sqlite")
        options: dict[str, Any] = {"hide_parameters": True}
        if self.is_sqlite:
            sqlite_file.make(parsed.database)
            driver = {"isolation_level": None, "async_creator_fn": sqlite_driver.connect}
            options |= {"connect_args": driver}
        else:
            options |= {"max_overflow": 5}
        self.engine: Final = self._engine(parsed, options, pool_pre_ping=not self.is_sqlite)
        self._reader = self.engine
        self._writer = self.engine
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "begin", _begin)
            self._writer = self.engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        else:
            # Connections of their own: changing one to and fro costs as much as a short read.
            each_by_itself = {"isolation_level": "AUTOCOMMIT", "skip_autocommit_rollback": True}
            self._reader = self._engine(parsed, options | each_by_itself)
            ask_where_in_doubt(self._reader.sync_engine)
        self.under_way: Final[set[asyncio.Task[Any]]] = set()
        self._checkpoints = Checkpoints(parsed.database or "") if self.is_sqlite else None
        self._turn: AbstractAsyncContextManager[Any] = (
            asyncio.Lock() if self.is_sqlite else nullcontext()
        )

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        return self._reader.connect()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: committed at the end, rolled back when an exception leaves it.

        SQLite has one writer at a time: within this process they queue here, in order, and only
        other processes meet at SQLite's own lock.
        """
        async with self._turn, self._writer.begin() as connection:
            yield connection
        if self._checkpoints:
            self._checkpoints.committed()

    async def close(self) -> None:
        """Once what is under way has ended."""
        await asyncio.gather(*self.under_way, return_exceptions=True)
        if self._checkpoints:
            await self._checkpoints.close()
        for engine in self.engines:
            await engine.dispose()

    @property
    def engines(self) -> Set[AsyncEngine]:
        """With the connections of each."""
        return {self.engine, self._reader}

    def _engine(self, url: URL, options: Mapping[str, Any], **more: Any) -> AsyncEngine:
        engine = create_async_engine(url, **options, **more)
        event.listen(engine.sync_engine, "connect", self._on_connect)
        return engine

    def _on_connect(self, connection: Any, _record: Any) -> None:
        if self.is_sqlite:
            sqlite_file.settle(connection, LOCK_SECONDS)
            return
        with closing(connection.cursor()) as cursor:
            cursor.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")
        connection.commit()


def upsert(
    connection: AsyncConnection, table: Table, *, replacing: bool = True
) -> "postgresql.Insert | sqlite.Insert":
    """An insert that, where the primary key stands already, replaces the row or leaves it."""
    return _upsert(connection.dialect.name == "sqlite", table, replacing)


@cache
def _upsert(is_sqlite: bool, table: Table, replacing: bool) -> "postgresql.Insert | sqlite.Insert":
    insert = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    if not replacing:
        return insert.on_conflict_do_nothing()
    key = [column.name for column in table.primary_key]
    others = {c.name: insert.excluded[c.name] for c in table.columns if c.name not in key}
    return insert.on_conflict_do_update(index_elements=key, set_=others)


def in_batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Databases limit how many values a statement may have."""
    for start in range(0, len(values), _MANY):
        yield values[start : start + _MANY]


def is_conflict(error: DBAPIError) -> bool:
    """Whether somebody else was faster, so that trying anew may succeed."""
    origin = error.orig
    state = getattr(origin, "sqlstate", None)
    if state is not None:
        unique, serialization, deadlock, lock = "23505", "40001", "40P01", "55P03"
        return state in {unique, serialization, deadlock, lock}
    name = getattr(origin, "sqlite_errorname", None) or ""
    taken = ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", *taken))


def _begin(connection: Connection) -> None:
    statement = connection.get_execution_options().get(_BEGIN)
    if statement:
        connection.exec_driver_sql(statement)


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StorageFault("The database URL cannot be read as a URL.") from error
    driver = _DRIVERS.get(parsed.drivername)
    if driver is None:
        raise StorageFault(
            f"The database URL starts with {parsed.drivername!r}; it must start with"
            " sqlite:/// or postgresql://."
        )
    if driver.startswith("sqlite") and parsed.database in (None, "", ":memory:"):
        raise StorageFault("The database URL names no SQLite file, for example sqlite:///ucb.db.")
    return parsed.set(drivername=driver)
