"""Counts what one command asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Engine, Pool, event


@dataclass(slots=True)
class Tally:
    """``connections``: how often one was taken from the pool."""

    statements: list[str] = field(default_factory=list)
    connections: int = 0

    def __str__(self) -> str:
        return f"{len(self.statements)} statements over {self.connections} connections"


_tally: Final[ContextVar[Tally | None]] = ContextVar("tally", default=None)


@contextmanager
def counted() -> Iterator[Tally]:
    """Counts for the code within, not for what runs beside it."""
    tally = Tally()
    token = _tally.set(tally)
    try:
        yield tally
    finally:
        _tally.reset(token)


@event.listens_for(Engine, "before_cursor_execute")
def _executed(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
    if tally := _tally.get():
        tally.statements.append(statement)


@event.listens_for(Pool, "checkout")
def _taken(*_others: Any) -> None:
    if tally := _tally.get():
        tally.connections += 1
