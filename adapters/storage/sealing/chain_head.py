"""The head of the chain: where the next entry goes, and what commits queue at."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import AnyRow
from adapters.storage.schema.timeline import chain_head


async def lock_head(connection: AsyncConnection) -> AnyRow:
    """``position`` and ``hash`` of the last entry. Until the transaction ends nobody else
    commits, so positions have no gaps."""
    return (await connection.execute(_HEAD)).one()


_HEAD: Final = select(chain_head.c.position, chain_head.c.hash).with_for_update()
