"""Whoever was confirmed not to be a customer, by keyed hashes of what they said of themselves."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import Database, in_batches, upsert
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.schema.customers import told_apart
from core.case.register import ApartTakenBack, ToldApart
from core.services.ports.desk import Event
from core.vocabulary.ids import CustomerId


async def find_told_apart(
    database: Database, search_keys: SearchKeys, known_as: Sequence[str]
) -> Mapping[str, frozenset[CustomerId]]:
    """See ``core.services.ports.finders.Customers.told_apart``."""
    said = {search_keys.told_apart(each): each for each in known_as}
    found: dict[str, frozenset[CustomerId]] = {}
    async with database.reading() as connection:
        for keys in in_batches(list(said)):
            for row in await connection.execute(_APART, {"keys": keys}):
                each = said[row.key]
                found[each] = found.get(each, frozenset()) | {CustomerId(row.customer)}
    return found


async def keep_told_apart(
    connection: AsyncConnection, events: Iterable[Event], search_keys: SearchKeys
) -> None:
    """The last word on each counts."""
    said: dict[tuple[bytes, CustomerId], bool] = {}
    for event in events:
        if isinstance(event, ToldApart | ApartTakenBack):
            for words in event.words:
                key = search_keys.told_apart(words)
                said[key, event.customer] = isinstance(event, ToldApart)
    if apart := [{"key": k, "customer": c} for (k, c), is_apart in said.items() if is_apart]:
        await connection.execute(upsert(connection, told_apart, replacing=False), apart)
    if not_apart := [{"of": k, "who": c} for (k, c), is_apart in said.items() if not is_apart]:
        await connection.execute(_APART_NO_MORE, not_apart)


# Made once: putting a statement together costs as much as running it.
_APART: Final = select(told_apart).where(told_apart.c.key.in_(bindparam("keys", expanding=True)))
_APART_NO_MORE: Final = delete(told_apart).where(
    told_apart.c.key == bindparam("of"), told_apart.c.customer == bindparam("who")
)
