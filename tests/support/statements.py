"""What a database is asked, whichever of its connections it goes by."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from adapters.storage import Storage

Hear = Callable[[str, Any], object]
"""Called with each statement and its values, before it runs."""


@contextmanager
def every_statement(storage: Storage, hear: Hear) -> Iterator[None]:
    def heard(_c: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        hear(statement, values)

    engines = [engine.sync_engine for engine in storage._database.engines]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", heard)
    yield
    for engine in engines:
        event.remove(engine, "before_cursor_execute", heard)
