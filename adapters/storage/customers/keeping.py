"""Customers as a commit leaves them: their particulars, and what they are found by."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any, Final

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import AnyRow, in_batches
from adapters.storage.customers.particulars import seal_particulars
from adapters.storage.indexing.key_list import packed, unpacked
from adapters.storage.indexing.key_tables import KeyChanges
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.schema.customers import customer_keys, customers
from adapters.storage.sealing.keyring import DataKey
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId


async def keep_customers(
    connection: AsyncConnection,
    kept: Sequence[Customer],
    keys: Mapping[str, DataKey],
    search_keys: SearchKeys,
) -> set[CustomerId]:
    """Returns whose standing this may change: theirs, and of those they are or were merged with.

    The caller holds the head of the chain, so nobody else gives numbers meanwhile.
    """
    concerned: set[CustomerId] = set()
    for batch in in_batches(list({customer.id: customer for customer in kept}.values())):
        ids = [customer.id for customer in batch]
        known = {row.id: row for row in await connection.execute(_KNOWN, {"ids": ids})}
        numbers = await _numbers(connection, ids, known)
        changes, rows = KeyChanges(customer_keys), []
        for customer in batch:
            found_by, before = search_keys.of(customer), known.get(customer.id)
            had = unpacked(before.found_by) if before else ()
            changes.change(numbers[customer.id], had, found_by)
            sealed = seal_particulars(keys[customer.id], customer)
            rows.append(_values(customer, numbers[customer.id], sealed, packed(found_by)))
        await _write(connection, rows, known)
        await changes.write(connection)
        concerned |= {*ids, *_merged_into(batch), *_merged_into(known.values())}
    return concerned


async def keep_keys_anew(
    connection: AsyncConnection, known: Sequence[Customer], search_keys: SearchKeys
) -> None:
    """Of some hundreds at most, whose particulars stay as they are."""
    ids = [customer.id for customer in known]
    rows = {row.id: row for row in await connection.execute(_KNOWN, {"ids": ids})}
    changes, kept = KeyChanges(customer_keys), []
    for customer in known:
        row, found_by = rows[customer.id], search_keys.of(customer)
        changes.change(row.number, unpacked(row.found_by), found_by)
        kept.append({"at": row.number, "found_by": packed(found_by)})
    await changes.write(connection)
    if kept:
        await connection.execute(_KEYS, kept)


async def _numbers(
    connection: AsyncConnection, ids: Sequence[str], known: Mapping[str, AnyRow]
) -> Mapping[str, int]:
    """Those they have, and the next ones for those who are new."""
    new = [one for one in ids if one not in known]
    last = (await connection.scalar(_LAST) or 0) if new else 0
    return dict(zip(new, count(last + 1))) | {row.id: row.number for row in known.values()}


def _values(customer: Customer, number: int, sealed: bytes, found_by: bytes) -> dict[str, Any]:
    return {
        "number": number,
        "id": customer.id,
        "reference": customer.reference,
        "particulars": sealed,
        "found_by": found_by,
        "merged_into": customer.merged_into,
    }


def _merged_into(records: Iterable[Customer | AnyRow]) -> set[CustomerId]:
    return {record.merged_into for record in records if record.merged_into}


async def _write(
    connection: AsyncConnection, rows: Sequence[Mapping[str, Any]], known: Mapping[str, AnyRow]
) -> None:
    if new := [row for row in rows if row["id"] not in known]:
        await connection.execute(_REGISTER, new)
    if changed := [{**row, "at": row["number"]} for row in rows if row["id"] in known]:
        await connection.execute(_CHANGE, changed)


# Made once: putting a statement together costs as much as running it.
_row: Final = customers.c
_KNOWN: Final = select(_row.number, _row.id, _row.found_by, _row.merged_into).where(
    _row.id.in_(bindparam("ids", expanding=True))
)
_LAST: Final = select(func.max(_row.number))
_REGISTER: Final = insert(customers)
_CHANGED: Final = ("reference", "particulars", "found_by", "merged_into")
_KEYS: Final = (
    update(customers).where(_row.number == bindparam("at")).values(found_by=bindparam("found_by"))
)
_CHANGE: Final = (
    update(customers)
    .where(_row.number == bindparam("at"))
    .values({name: bindparam(name) for name in _CHANGED})
)
