"""``python -m benchmarks``: prints what it finds and writes nothing."""

import asyncio
import os
import platform
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Final

from benchmarks import (
    alerting,
    answer,
    databases,
    dispatching,
    flatness,
    matching,
    quality,
    submission,
    verification,
)
from benchmarks.databases import NewDatabase
from benchmarks.table import Table

Benchmark = Callable[[str, NewDatabase], Awaitable[Table]]

BENCHMARKS: Final[Mapping[str, Benchmark]] = {
    "answer": answer.measure,
    "submission": submission.measure,
    "dispatching": dispatching.measure,
    "verification": verification.measure,
    "flatness": flatness.measure,
    "matching": matching.measure,
    "alerting": alerting.measure,
    "quality": quality.measure,
}
DATABASES: Final[Mapping[str, Callable[[], AbstractContextManager[NewDatabase]]]] = {
    "SQLite": databases.sqlite,
    "PostgreSQL": databases.postgresql,
}
LEGEND: Final = """\
Medians, with the shortest and the longest in brackets. Each line compares what was measured in
turns in this run, on this machine; its ratio means something elsewhere, its times do not.
(a) slack-bolt's empty handler as its documentation writes it
(b) the same with process_before_response=True
"""


def main(wanted: list[str]) -> int:
    """All benchmarks, or those named."""
    if unknown := set(wanted) - set(BENCHMARKS):
        print(f"No benchmark {', '.join(sorted(unknown))}. There are: {', '.join(BENCHMARKS)}")
        return 2
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()},")
    print(f"SQLite {sqlite3.sqlite_version}\n\n{LEGEND}")
    for name, benchmark in BENCHMARKS.items():
        if wanted and name not in wanted:
            continue
        for kind, opened in DATABASES.items():
            with opened() as new_database:
                print(asyncio.run(_run(benchmark, kind, new_database)), flush=True)
    return 0


async def _run(benchmark: Benchmark, kind: str, new_database: NewDatabase) -> Table:
    return await benchmark(kind, new_database)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
