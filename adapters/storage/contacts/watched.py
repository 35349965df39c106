"""Channels whose messages are looked through, as the events of their streams leave it."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import Database, upsert
from adapters.storage.schema.contacts import watched_channels
from core.case.register import ChannelUnwatched, ChannelWatched
from core.services.ports.desk import Event

_row: Final = watched_channels.c


class SqlWatchedChannels:
    """``core.services.ports.finders.WatchedChannels``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def is_watched(self, platform: str, place: str) -> bool:
        sought = {"at_platform": platform, "at_place": place}
        async with self._database.reading() as connection:
            return (await connection.execute(_ONE, sought)).one_or_none() is not None


async def keep_watched(connection: AsyncConnection, events: Iterable[Event]) -> None:
    """In their order, so that the last word on a channel counts."""
    for event in events:
        if isinstance(event, ChannelWatched):
            row = {"platform": event.platform, "place": event.place}
            await connection.execute(upsert(connection, watched_channels, replacing=False), row)
        elif isinstance(event, ChannelUnwatched):
            gone = {"at_platform": event.platform, "at_place": event.place}
            await connection.execute(_GONE, gone)


_THERE: Final = (_row.platform == bindparam("at_platform"), _row.place == bindparam("at_place"))
_ONE: Final = select(watched_channels).where(*_THERE)
_GONE: Final = delete(watched_channels).where(*_THERE)
