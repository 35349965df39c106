"""Keeping a commit: the timeline, its projections and the outbox, inside one transaction."""

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.candidates.bound import keep_bound
from adapters.storage.cases.keeping import keep_summaries
from adapters.storage.connecting.engine import AnyRow, in_batches, upsert
from adapters.storage.contacts.alerts import alerts_anew, keep_alerts
from adapters.storage.contacts.receipts import keep_receipts
from adapters.storage.contacts.watched import keep_watched
from adapters.storage.customers.keeping import keep_customers
from adapters.storage.customers.telling_apart import keep_told_apart
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.outbox.addressing import post_messages, set_free
from adapters.storage.outbox.slips import AT_ONCE, Channels
from adapters.storage.schema.timeline import chain_head, deliveries, entries
from adapters.storage.sealing.chain import Link
from adapters.storage.sealing.chain_head import lock_head
from adapters.storage.sealing.keyring import DataKey, Keyring
from adapters.storage.sealing.people_keys import keys_of
from adapters.storage.staff.directory import keep_staff
from adapters.storage.writing.codec import encode
from adapters.storage.writing.moments import moment_text
from core.services.ports.desk import AlreadyDone, Change, Commit, Conflict
from core.vocabulary.ids import CaseId

CASE_STREAM: Final = "case:"
ALERT_STREAM: Final = "alert:"


async def keep(
    connection: AsyncConnection,
    commit: Commit,
    keyring: Keyring,
    search_keys: SearchKeys,
    channels: Channels,
) -> None:
    """Raises ``AlreadyDone`` or ``Conflict``; the caller then rolls everything back."""
    await keep_receipts(connection, commit.receipts)
    if not _only_receipts(commit):
        await _keep_delivery(connection, commit)
        await _keep_in_line(connection, commit, keyring, search_keys, channels)


async def _keep_in_line(
    connection: AsyncConnection,
    commit: Commit,
    keyring: Keyring,
    search_keys: SearchKeys,
    channels: Channels,
) -> None:
    """While nobody else does: they queue at the head of the chain."""
    head = await lock_head(connection)
    await _check_versions(connection, commit.changes)
    subjects = [change.subject for change in commit.changes if change.events]
    subjects += [customer.id for customer in commit.customers]
    keys = await keys_of(connection, keyring, subjects)
    await _append(connection, commit.changes, keys, head)
    cases, alerts = (_versions_of(kind, commit.changes) for kind in (CASE_STREAM, ALERT_STREAM))
    concerned = await keep_summaries(connection, commit.summaries, cases)
    concerned |= await keep_customers(connection, commit.customers, keys, search_keys)
    await keep_bound(connection, concerned)
    await keep_alerts(connection, commit.alerts, alerts)
    events = [event for change in commit.changes for event in change.events]
    await keep_told_apart(connection, events, search_keys)
    await keep_watched(connection, events)
    await keep_staff(connection, commit.staff)
    await set_free(connection, commit.staff)
    now = max((change.at for change in commit.changes), default=AT_ONCE)
    messages = (*commit.messages, *await alerts_anew(connection, commit.redraw))
    await post_messages(connection, messages, channels, now)


def _only_receipts(commit: Commit) -> bool:
    """Nothing that anybody else could come between: then nobody has to queue. Their own keys tell
    what comes twice, for as long as they are kept."""
    beside = (commit.summaries, commit.customers, commit.staff, commit.messages, commit.alerts)
    return not commit.changes and not any(beside)


async def _keep_delivery(connection: AsyncConnection, commit: Commit) -> None:
    row = {"delivery": commit.delivery, "case_id": _case_of(commit.changes)}
    insert_new = upsert(connection, deliveries, replacing=False)
    if await connection.scalar(insert_new.returning(deliveries.c.delivery), row) is None:
        query = select(deliveries.c.case_id).where(deliveries.c.delivery == commit.delivery)
        raise AlreadyDone(await connection.scalar(query))


async def _check_versions(connection: AsyncConnection, changes: Sequence[Change]) -> None:
    versions: dict[str, int] = {}
    for batch in in_batches([change.stream for change in changes]):
        found = await connection.execute(_VERSIONS, {"streams": batch})
        versions |= {row.stream: row.version for row in found}
    for change in changes:
        if versions.get(change.stream, 0) != change.expected_version:
            raise Conflict(f"{change.stream} is not at version {change.expected_version} any more")


async def _append(
    connection: AsyncConnection,
    changes: Sequence[Change],
    keys: Mapping[str, DataKey],
    head: AnyRow,
) -> None:
    position, previous = head.position, head.hash
    rows = []
    for change in changes:
        for version, event in enumerate(change.events, change.expected_version + 1):
            position += 1
            kind, words = encode(event)
            link = Link(
                position=position,
                stream=change.stream,
                version=version,
                kind=kind,
                at=moment_text(change.at),
                by=change.by,
                subject=change.subject,
                payload=keys[change.subject].seal(words, change.stream, version, kind),
                previous=previous,
            )
            previous = link.hash
            rows.append(link._asdict() | {"hash": previous})
    if rows:
        await connection.execute(_ENTER, rows)
        await connection.execute(_MOVE_HEAD, {"position": position, "hash": previous})


def _case_of(changes: Sequence[Change]) -> CaseId | None:
    streams = (change.stream for change in changes)
    cases = (s.removeprefix(CASE_STREAM) for s in streams if s.startswith(CASE_STREAM))
    return next(map(CaseId, cases), None)


def _versions_of(prefix: str, changes: Sequence[Change]) -> dict[str, int]:
    """By id the version that each changed stream of this kind has from now on."""
    return {
        change.stream.removeprefix(prefix): change.expected_version + len(change.events)
        for change in changes
        if change.stream.startswith(prefix)
    }


# Made once: putting a statement together costs as much as running it.
_VERSIONS: Final = (
    select(entries.c.stream, func.max(entries.c.version).label("version"))
    .where(entries.c.stream.in_(bindparam("streams")))
    .group_by(entries.c.stream)
)
_ENTER: Final = insert(entries)
_MOVE_HEAD: Final = update(chain_head)
