"""Very many customers written straight into the tables: a million in minutes.

What is written is what the product's own commit writes, by its own encryption, keys and chain;
``tests/benchmarks`` compare the two. It goes by the databases' own ways for much at once.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any, Final

import numpy as np
import psycopg
from numpy.typing import NDArray

from adapters.screening import ScreeningKeys
from adapters.storage import MasterKey, open_storage
from benchmarks.bots import MASTER_KEY
from benchmarks.prepared import Prepared

_ROWS: Final = 100_000

_Numbers = NDArray[np.int64]

COLUMNS: Final = {
    "data_keys": ("subject", "wrapped", "master"),
    "entries": (
        *("position", "stream", "version", "kind", "at", "by", "subject"),
        *("payload", "previous", "hash"),
    ),
    "customers": ("number", "id", "reference", "particulars", "found_by", "merged_into"),
}
_TYPES: Final = {
    "data_keys": ("text", "bytea", "text"),
    "entries": (
        *("int8", "text", "int4", "text", "text", "text", "text"),
        *("bytea", "bytea", "bytea"),
    ),
    "customers": ("int8", "text", "text", "bytea", "bytea", "text"),
}


async def fill_bulk(url: str, prepared: Prepared) -> None:
    """Into an empty database, brought to the newest schema first."""
    storage = await open_storage(
        url, MasterKey.from_text(MASTER_KEY), {}, key_maker=ScreeningKeys()
    )
    await storage.close()
    if url.startswith("sqlite"):
        _fill_sqlite(url.removeprefix("sqlite:///"), prepared)
    else:
        _fill_postgresql(url, prepared)


def _fill_sqlite(file: str, prepared: Prepared) -> None:
    """Keys in two halves, each in the order of the index, so that its pages are as full as those
    of an index that grew bit by bit."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -1000000")
        connection.execute("BEGIN")
        for table, names in COLUMNS.items():
            places = ", ".join("?" * len(names))
            insert = f"INSERT INTO {table} ({_listed(names)}) VALUES ({places})"  # noqa: S608
            connection.executemany(insert, prepared.rows(table))
        for half in (0, 1):
            keys, numbers = _sorted(*prepared.keys(half, 2))
            pairs = _pairs(keys, numbers)
            connection.executemany("INSERT INTO customer_keys VALUES (?, ?)", pairs)
        connection.execute("UPDATE chain_head SET position = ?, hash = ?", prepared.head)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill_postgresql(url: str, prepared: Prepared) -> None:
    """Keys in the order of the customers; counts the rows, which PostgreSQL does by itself in
    time."""
    primary = "pk_customer_keys PRIMARY KEY (key, customer)"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET maintenance_work_mem = '1GB'")
        for table, names in COLUMNS.items():
            copy = f"COPY {table} ({_listed(names)}) FROM STDIN (FORMAT BINARY)"
            with connection.cursor().copy(copy.encode()) as into:
                into.set_types(_TYPES[table])
                for row in prepared.rows(table):
                    into.write_row(row)
        connection.execute("ALTER TABLE customer_keys DROP CONSTRAINT pk_customer_keys")
        with connection.cursor().copy(b"COPY customer_keys FROM STDIN (FORMAT BINARY)") as into:
            into.write(_HEADER)
            for part in _binary(*prepared.keys(0, 1)):
                into.write(part)
            into.write(_END)
        connection.execute(f"ALTER TABLE customer_keys ADD CONSTRAINT {primary}".encode())
        head = "UPDATE chain_head SET position = %s, hash = %s"
        connection.execute(head, prepared.head)
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _sorted(keys: _Numbers, numbers: _Numbers) -> tuple[_Numbers, _Numbers]:
    """By key; the numbers go up already."""
    order = np.argsort(keys, kind="stable")
    return keys[order], numbers[order]


def _pairs(keys: _Numbers, numbers: _Numbers) -> Iterator[tuple[int, int]]:
    for start in range(0, len(keys), _ROWS):
        some = slice(start, start + _ROWS)
        yield from zip(keys[some].tolist(), numbers[some].tolist(), strict=True)


_HEADER: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_END: Final = b"\xff\xff"
_ROW: Final = np.dtype(
    [("fields", ">i2"), ("size", ">i4"), ("key", ">i8"), ("size2", ">i4"), ("customer", ">i8")]
)


def _binary(keys: _Numbers, numbers: _Numbers) -> Iterator[bytes]:
    """In the shape of PostgreSQL's binary copy."""
    for start in range(0, len(keys), _ROWS):
        some = slice(start, start + _ROWS)
        rows: NDArray[Any] = np.empty(len(keys[some]), _ROW)
        rows["fields"], rows["size"], rows["size2"] = 2, 8, 8
        rows["key"], rows["customer"] = keys[some], numbers[some]
        yield rows.tobytes()
