"""Whether a pooled connection to PostgreSQL still stands, asked only where it may not.

Asking before each of a handful of short reads takes as long as some of them.
"""

from select import POLLIN, poll
from time import monotonic
from typing import Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

PAUSE: Final = 1.0
"""Seconds after which the server may be gone without our having been told."""

_USED_AT: Final = "used_at"


def ask_where_in_doubt(engine: Engine) -> None:
    """A connection that does not stand is replaced, as are all others of the pool."""
    dialect = engine.dialect

    def given_back(_connection: Any, record: Any) -> None:
        record.info[_USED_AT] = monotonic()

    def taken(connection: Any, record: Any, _proxy: Any) -> None:
        used_at = record.info.get(_USED_AT)
        if used_at is None or not _is_in_doubt(connection, used_at):
            return
        try:
            dialect.do_ping(connection)
        except dialect.loaded_dbapi.Error as error:
            if not dialect.is_disconnect(error, connection, None):
                raise
            raise InvalidatePoolError from error

    event.listen(engine, "checkin", given_back)
    event.listen(engine, "checkout", taken)


def _is_in_doubt(connection: Any, used_at: float) -> bool:
    return monotonic() - used_at > PAUSE or _has_something_to_say(connection)


def _has_something_to_say(connection: Any) -> bool:
    """A server that says something unasked, or nothing more at all, most likely takes its leave."""
    if connection.driver_connection.closed:
        return True
    asked = poll()
    asked.register(connection.driver_connection.fileno(), POLLIN)
    return bool(asked.poll(0))
