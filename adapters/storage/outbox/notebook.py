"""What the chat adapters note about their platforms."""

from sqlalchemy import delete, select

from adapters.storage.connecting.engine import Database, upsert
from adapters.storage.schema.outbox import notes


class SqlNotebook:
    """``bot.views.notebook.Notebook``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write(self, shelf: str, key: str, note: str) -> None:
        async with self._database.writing() as connection:
            row = {"shelf": shelf, "key": key, "note": note}
            await connection.execute(upsert(connection, notes).values(row))

    async def read(self, shelf: str, key: str) -> str | None:
        query = select(notes.c.note).where(notes.c.shelf == shelf, notes.c.key == key)
        async with self._database.reading() as connection:
            found: str | None = await connection.scalar(query)
            return found

    async def erase(self, shelf: str, key: str) -> None:
        gone = delete(notes).where(notes.c.shelf == shelf, notes.c.key == key)
        async with self._database.writing() as connection:
            await connection.execute(gone)
