"""The store: the timeline read back, and commits kept."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.exc import DBAPIError

from adapters.storage.connecting.engine import AnyRow, Database, in_batches, is_conflict
from adapters.storage.connecting.finishing import to_the_end
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.outbox.slips import Channels
from adapters.storage.schema.timeline import data_keys, deliveries, entries
from adapters.storage.sealing.keyring import DataKey, Keyring
from adapters.storage.sealing.master_key import MasterKey
from adapters.storage.timeline.commit import keep
from adapters.storage.writing.codec import decode
from core.services.ports.desk import AlreadyDone, Commit, Conflict, TimelineEntry
from core.vocabulary.ids import StaffId


class SqlStore:
    """``core.services.ports.desk.Store``. ``on_commit`` is called after each commit."""

    def __init__(
        self,
        database: Database,
        master: MasterKey,
        search_keys: SearchKeys,
        channels: Channels,
        on_commit: Callable[[], None],
    ) -> None:
        self._database = database
        self._keyring = Keyring(master)
        self._search_keys = search_keys
        self._channels = channels
        self._on_commit = on_commit

    async def load(self, stream: str) -> tuple[TimelineEntry, ...]:
        """Raises ``Erased``, ``Unreadable`` or ``UnknownKind`` where the words are out of reach."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(_TIMELINE, {"sought": stream})).all()
        return tuple(self._entries(rows))

    async def load_each(self, streams: Sequence[str]) -> dict[str, tuple[TimelineEntry, ...]]:
        rows: list[AnyRow] = []
        async with self._database.reading() as connection:
            for batch in in_batches(streams):
                rows += (await connection.execute(_TIMELINES, {"sought": batch})).all()
        kept = groupby(self._entries(rows), attrgetter("stream"))
        return {stream: tuple(entries) for stream, entries in kept}

    def _entries(self, rows: Sequence[AnyRow]) -> Iterator[TimelineEntry]:
        key_of = cache(self._keyring.unwrap)
        return (_entry(row, key_of(row.subject, row.wrapped)) for row in rows)

    @to_the_end
    async def commit(self, commit: Commit) -> None:
        try:
            async with self._database.writing() as connection:
                await keep(connection, commit, self._keyring, self._search_keys, self._channels)
        except DBAPIError as error:
            if is_conflict(error):
                raise Conflict("somebody else was faster") from error
            raise
        self._on_commit()

    async def was_done(self, delivery: str) -> AlreadyDone | None:
        query = select(deliveries.c.case_id).where(deliveries.c.delivery == delivery)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return AlreadyDone(row.case_id) if row else None


def _entry(row: AnyRow, key: DataKey) -> TimelineEntry:
    return TimelineEntry(
        position=row.position,
        stream=row.stream,
        version=row.version,
        at=datetime.fromisoformat(row.at),
        by=StaffId(row.by),
        event=decode(row.kind, key.open(row.payload, row.stream, row.version, row.kind)),
        hash=row.hash.hex(),
    )


# Made once: putting a statement together costs as much as running it.
_ENTRIES: Final = select(entries, data_keys.c.wrapped).outerjoin(
    data_keys, data_keys.c.subject == entries.c.subject
)
_TIMELINE: Final = _ENTRIES.where(entries.c.stream == bindparam("sought")).order_by(
    entries.c.version
)
_TIMELINES: Final = _ENTRIES.where(
    entries.c.stream.in_(bindparam("sought", expanding=True))
).order_by(entries.c.stream, entries.c.version)
