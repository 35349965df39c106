"""Brings a database to the newest schema."""

from typing import Final

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, text

from adapters.storage.connecting.engine import Database
from adapters.storage.faults import StorageFault

_LOCK: Final = 0x554342
"""The PostgreSQL advisory lock that replicas which start together queue at."""


async def migrate(database: Database) -> None:
    """In one transaction, one replica at a time. Raises ``StorageFault`` on a newer schema."""
    async with database.writing() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SET LOCAL lock_timeout = 0"))
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection, revision: str = "head") -> None:
    config = Config()
    config.set_main_option("script_location", "adapters.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise StorageFault(
            "The database was made by a newer version of this program. Start that version instead."
        ) from error
