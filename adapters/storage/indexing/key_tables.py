"""What one customer is found by, changed from some keys to others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import Delete, Table, bindparam, delete, insert
from sqlalchemy.ext.asyncio import AsyncConnection

Pair = tuple[int, int]


@dataclass(slots=True)
class KeyChanges:
    """Of several customers, written together. Nothing is written that stands already."""

    table: Table
    added: list[Pair] = field(default_factory=list)
    gone: list[Pair] = field(default_factory=list)

    def change(self, customer: int, before: Collection[int], after: Collection[int]) -> None:
        """``before`` and ``after``: all that they had, and all that they have from now on."""
        had, has = frozenset(before), frozenset(after)
        self.added += [(key, customer) for key in has - had]
        self.gone += [(key, customer) for key in had - has]

    async def write(self, connection: AsyncConnection) -> None:
        """In the order of the index, so that pages are gone through once."""
        if self.gone:
            await connection.execute(_removal(self.table), _rows(self.gone, "of", "who"))
        if self.added:
            await connection.execute(insert(self.table), _rows(self.added, "key", "customer"))


def _rows(pairs: Sequence[Pair], key: str, customer: str) -> list[dict[str, int]]:
    return [{key: one, customer: other} for one, other in sorted(pairs)]


@cache
def _removal(table: Table) -> Delete:
    return delete(table).where(table.c.key == bindparam("of"), table.c.customer == bindparam("who"))
