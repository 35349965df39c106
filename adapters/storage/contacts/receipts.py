"""Receipts of contacts: what became of each, without a word about anybody."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Integer, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import AnyRow, Database, in_batches
from adapters.storage.connecting.finishing import to_the_end
from adapters.storage.schema.contacts import contact_receipts
from adapters.storage.writing.codec import dumps, loads
from core.services.incoming import Became, Receipt
from core.vocabulary.ids import AlertId

_row: Final = contact_receipts.c


class SqlReceipts:
    """``core.services.incoming.Receipts``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_keys(self, source: str, keys: Sequence[str]) -> dict[str, Receipt]:
        found: dict[str, Receipt] = {}
        async with self._database.reading() as connection:
            for batch in in_batches(keys):
                rows = await connection.execute(_OF_KEYS, {"source": source, "keys": batch})
                found |= {row.key: _receipt(row) for row in rows}
        return found

    async def get(self, receipt: str) -> Receipt | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(_ONE, {"sought": receipt})).one_or_none()
        return _receipt(row) if row else None

    @to_the_end
    async def forget_before(self, moment: datetime, limit: int = 10_000) -> int:
        """The oldest first."""
        async with self._database.writing() as connection:
            old = await connection.execute(_FORGET, {"moment": moment, "limit": limit})
            return old.rowcount


async def keep_receipts(connection: AsyncConnection, receipts: Sequence[Receipt]) -> None:
    """Raises a unique violation for a key of a source that has a receipt."""
    if receipts:
        await connection.execute(_KEEP, [_values(receipt) for receipt in receipts])


def _values(receipt: Receipt) -> dict[str, Any]:
    return {
        "id": receipt.id,
        "source": receipt.source,
        "key": receipt.key,
        "digest": receipt.digest,
        "at": receipt.at,
        "became": receipt.became.value,
        "alerts": dumps(receipt.alerts) if receipt.alerts else "",
        "unknown_reference": receipt.unknown_reference,
    }


def _receipt(row: AnyRow) -> Receipt:
    alerts = loads(row.alerts, tuple[AlertId, ...]) if row.alerts else ()
    became, unknown = Became(row.became), row.unknown_reference
    return Receipt(row.id, row.source, row.key, row.digest, row.at, became, alerts, unknown)


# Made once: putting a statement together costs as much as running it.
_KEEP: Final = insert(contact_receipts)
_ONE: Final = select(contact_receipts).where(_row.id == bindparam("sought"))
_OF_KEYS: Final = select(contact_receipts).where(
    _row.source == bindparam("source"), _row.key.in_(bindparam("keys", expanding=True))
)
_OLDEST: Final = (
    select(_row.id)
    .where(_row.at < bindparam("moment"))
    .order_by(_row.at)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)  # Of two replicas each forgets others.
)
_FORGET: Final = delete(contact_receipts).where(_row.id.in_(_OLDEST))
