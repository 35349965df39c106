"""Checking the whole chain, from the first entry to the head."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sqlalchemy import ColumnElement, exists, func, literal, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import AnyRow, Database
from adapters.storage.faults import Erased, StorageFault
from adapters.storage.schema.cases import case_summaries
from adapters.storage.schema.contacts import contact_alerts
from adapters.storage.schema.timeline import chain_head, data_keys, entries
from adapters.storage.sealing.chain import GENESIS, Link
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.timeline.commit import ALERT_STREAM, CASE_STREAM
from adapters.storage.writing.codec import decode

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Verification:
    """``entries``: how many were found good. ``problem``: what is wrong, "" when nothing is.

    ``position``: the first broken place; ``None`` for a fault that is not in the chain itself.
    """

    entries: int
    problem: str = ""
    position: int | None = None

    @property
    def ok(self) -> bool:
        return not self.problem


async def verify(database: Database, keyring: Keyring) -> Verification:
    """The chain up to the head it has now. Memory stays flat, whatever its length."""
    checker = _Checker(keyring)
    try:
        async with database.reading() as connection:
            head = await _head(connection)
            while rows := await _entries(connection, checker.position, head.position):
                for row in rows:
                    checker.check(row)
            checker.check_head(head)
            await _check_beyond(connection)
            await _check_projections(connection)
    except _Broken as broken:
        return Verification(checker.position, str(broken), broken.position)
    return Verification(checker.position)


async def _head(connection: AsyncConnection) -> AnyRow:
    head = (await connection.execute(select(chain_head))).one_or_none()
    if head is None:
        raise _Broken(None, "the head of the chain is missing")
    return head


async def _entries(
    connection: AsyncConnection, after: int, up_to: int, limit: int = _BATCH
) -> Sequence[AnyRow]:
    """The next entries. SQLite keeps anything in any column, also what cannot be read back:
    then they come one by one, until the broken one itself."""
    query = select(entries, data_keys.c.wrapped).outerjoin(
        data_keys, data_keys.c.subject == entries.c.subject
    )
    part = query.where(entries.c.position > after, entries.c.position <= up_to)
    try:
        rows = await connection.execute(part.order_by(entries.c.position).limit(limit))
        return rows.all()
    except DBAPIError as error:
        if connection.dialect.name != "sqlite":
            raise
        if limit == 1:
            raise _Broken(after + 1, "the entry is damaged: it cannot be read") from error
        return await _entries(connection, after, up_to, limit=1)


async def _check_beyond(connection: AsyncConnection) -> None:
    """One statement, so that both are of the same moment."""
    last = select(func.max(entries.c.position)).scalar_subquery()
    now = (await connection.execute(select(chain_head.c.position, last.label("last")))).one()
    if (now.last or 0) > now.position:
        raise _Broken(now.position + 1, "it stands after the head of the chain")


async def _check_projections(connection: AsyncConnection) -> None:
    """A summary or alert that knows an entry which the timeline has not: the timeline was cut."""
    cases, alerts = case_summaries.c, contact_alerts.c
    await _check_ahead(connection, "the summary of case", CASE_STREAM, cases.case_id, cases.version)
    await _check_ahead(connection, "alert", ALERT_STREAM, alerts.id, alerts.version)


async def _check_ahead(
    connection: AsyncConnection,
    what: str,
    prefix: str,
    named: ColumnElement[str],
    version: ColumnElement[int],
) -> None:
    stands = exists().where(
        entries.c.stream == literal(prefix) + named, entries.c.version == version
    )
    query = select(named.label("id"), version.label("version")).where(version > 0, ~stands)
    ahead = (await connection.execute(query.limit(1))).one_or_none()
    if ahead:
        problem = f"{what} {ahead.id} is ahead of its timeline: entry {ahead.version} is missing"
        raise _Broken(None, problem)


class _Broken(Exception):
    def __init__(self, position: int | None, problem: str) -> None:
        super().__init__(problem)
        self.position = position


class _Checker:
    """Goes along the chain, entry by entry."""

    def __init__(self, keyring: Keyring) -> None:
        self._key_of = lru_cache(_BATCH)(keyring.unwrap)
        self.position = 0
        self.hash = GENESIS

    def check(self, row: AnyRow) -> None:
        """Raises ``_Broken``."""
        expected = self.position + 1
        if row.position != expected:
            raise _Broken(expected, "the entry is missing")
        link = Link(*(getattr(row, name) for name in Link._fields))
        if link.hash != row.hash:
            raise _Broken(expected, "the content was changed: it does not have its hash")
        if link.previous != self.hash:
            raise _Broken(expected, "it does not follow the entry before it")
        self._check_readable(row)
        self.position, self.hash = expected, row.hash

    def check_head(self, head: AnyRow) -> None:
        """Raises ``_Broken``. The head was read before the entries were."""
        if self.position < head.position:
            problem = f"the entry is missing: the chain goes on to {head.position}"
            raise _Broken(self.position + 1, problem)
        if self.hash != head.hash:
            raise _Broken(head.position or None, "it is not the entry that the head names")

    def _check_readable(self, row: AnyRow) -> None:
        """Nothing can be said of the words of a person who was erased."""
        try:
            key = self._key_of(row.subject, row.wrapped)
            decode(row.kind, key.open(row.payload, row.stream, row.version, row.kind))
        except Erased:
            return
        except StorageFault as fault:
            raise _Broken(row.position, f"the content cannot be read: {fault}") from fault
