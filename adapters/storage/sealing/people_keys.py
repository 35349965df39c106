"""The data keys of the people a commit or a look-up concerns."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import in_batches
from adapters.storage.schema.timeline import data_keys
from adapters.storage.sealing.keyring import DataKey, Keyring


async def keys_of(
    connection: AsyncConnection, keyring: Keyring, subjects: Iterable[str]
) -> dict[str, DataKey]:
    """Everyone's key, made at first sight. Raises ``Erased`` for somebody whose key is destroyed.

    The caller holds the head of the chain, so nobody else makes one meanwhile.
    """
    wanted = sorted(set(subjects))
    keys: dict[str, DataKey] = {}
    for batch in in_batches(wanted):
        for row in await connection.execute(_WRAPPED, {"subjects": batch}):
            keys[row.subject] = keyring.unwrap(row.subject, row.wrapped)
    made = []
    for subject in wanted:
        if subject not in keys:
            keys[subject], wrapped = keyring.new(subject)
            made.append({"subject": subject, "wrapped": wrapped, "master": keyring.master_id})
    if made:
        await connection.execute(insert(data_keys), made)
    return keys


_WRAPPED: Final = select(data_keys.c.subject, data_keys.c.wrapped).where(
    data_keys.c.subject.in_(bindparam("subjects"))
)
