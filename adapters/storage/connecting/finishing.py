"""What was begun is brought to its end, also when whoever asked for it gives up waiting.

A time-out or a shutdown in the middle of a transaction would leave the connection in doubt and,
in SQLite, the only write lock with it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from adapters.storage.connecting.engine import Database


class _Writer(Protocol):
    _database: Database


W = TypeVar("W", bound=_Writer)
P = ParamSpec("P")
T = TypeVar("T")


def to_the_end(
    method: Callable[Concatenate[W, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[W, P], Coroutine[Any, Any, T]]:
    """For methods that write. Closing the database waits for those still under way."""

    @wraps(method)
    async def finished(self: W, /, *args: P.args, **kwargs: P.kwargs) -> T:
        task = asyncio.create_task(method(self, *args, **kwargs))
        self._database.under_way.add(task)
        task.add_done_callback(self._database.under_way.discard)
        return await asyncio.shield(task)

    return finished
