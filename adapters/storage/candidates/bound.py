"""Whom something in force binds now: their keys apart, few beside those of all customers."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, delete, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import AnyRow, in_batches
from adapters.storage.indexing.key_list import unpacked
from adapters.storage.indexing.key_tables import KeyChanges
from adapters.storage.schema.cases import also_bound, case_summaries
from adapters.storage.schema.customers import bound_customers, bound_keys, customers
from core.vocabulary.ids import CustomerId


async def keep_bound(connection: AsyncConnection, concerned: Iterable[CustomerId]) -> None:
    """After the summaries and customers of a commit: ``concerned`` are whom they are about.

    Of records that were merged all are bound where one is.
    """
    for batch in in_batches(sorted(set(concerned))):
        records = await _with_merged(connection, batch)
        standing = {_stands_for(row) for row in records if row.binds}
        bound = [row for row in records if _stands_for(row) in standing]
        free = [row for row in records if _stands_for(row) not in standing]
        await _bind(connection, bound)
        await _free(connection, [row for row in free if row.kept is not None])


async def _with_merged(connection: AsyncConnection, ids: Sequence[str]) -> list[AnyRow]:
    """The records of these ids, and all that stand for the same persons."""
    found = {row.id: row for row in await connection.execute(_RECORDS, {"ids": ids})}
    if missing := {_stands_for(row) for row in found.values()} - found.keys():
        more = await connection.execute(_RECORDS, {"ids": sorted(missing)})
        found |= {row.id: row for row in more}
    return list(found.values())


async def _bind(connection: AsyncConnection, records: Sequence[AnyRow]) -> None:
    changes = KeyChanges(bound_keys)
    changed = [row for row in records if row.found_by != row.kept]
    for row in changed:
        changes.change(row.number, unpacked(row.kept or b""), unpacked(row.found_by))
    await changes.write(connection)
    if new := [{"customer": r.number, "found_by": r.found_by} for r in changed if r.kept is None]:
        await connection.execute(_NEW, new)
    if others := [{"at": r.number, "found_by": r.found_by} for r in changed if r.kept is not None]:
        await connection.execute(_CHANGE, others)


async def _free(connection: AsyncConnection, records: Sequence[AnyRow]) -> None:
    changes = KeyChanges(bound_keys)
    for row in records:
        changes.change(row.number, unpacked(row.kept), ())
    await changes.write(connection)
    if records:
        await connection.execute(_GONE, [{"at": row.number} for row in records])


def _stands_for(row: AnyRow) -> str:
    who: str = row.merged_into or row.id
    return who


def _records() -> Select[Any]:
    own = exists().where(
        case_summaries.c.customer == customers.c.id, case_summaries.c.next_review_on.is_not(None)
    )
    of_others = exists().where(also_bound.c.customer == customers.c.id)
    ids: BindParameter[str] = bindparam("ids", expanding=True)
    return (
        select(
            customers.c.number,
            customers.c.id,
            customers.c.found_by,
            customers.c.merged_into,
            bound_customers.c.found_by.label("kept"),
            or_(own, of_others).label("binds"),
        )
        .outerjoin(bound_customers, bound_customers.c.customer == customers.c.number)
        .where(or_(customers.c.id.in_(ids), customers.c.merged_into.in_(ids)))
    )


# Made once: putting a statement together costs as much as running it.
_RECORDS: Final = _records()
_NEW: Final = insert(bound_customers)
_CHANGE: Final = (
    update(bound_customers)
    .where(bound_customers.c.customer == bindparam("at"))
    .values(found_by=bindparam("found_by"))
)
_GONE: Final = delete(bound_customers).where(bound_customers.c.customer == bindparam("at"))
