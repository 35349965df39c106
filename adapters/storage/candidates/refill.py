"""Gives every customer their keys anew when these are made another way than before."""

from typing import Final

from sqlalchemy import select

from adapters.storage.candidates.bound import keep_bound
from adapters.storage.connecting.engine import Database, upsert
from adapters.storage.customers.keeping import keep_keys_anew
from adapters.storage.customers.particulars import open_particulars, particulars
from adapters.storage.indexing.search_keys import TYPED_VERSION, SearchKeys
from adapters.storage.schema.customers import customers, derived_keys
from adapters.storage.sealing.chain_head import lock_head
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.sealing.master_key import MasterKey
from core.services.ports.candidates import KeyMaker

_SCREENING: Final = "screening"
_BATCH: Final = 500


async def refill_keys(database: Database, master: MasterKey, maker: KeyMaker) -> None:
    """Some hundreds to a transaction, so that replicas at work go on meanwhile.

    An interrupted one begins anew; to do it twice changes nothing.
    """
    version = f"{TYPED_VERSION}/{maker.version}"
    if await _version(database) == version:
        return
    search_keys = SearchKeys(master.index, maker)
    after: str | None = ""
    while after is not None:
        after = await _refill_some(database, Keyring(master), search_keys, after)
    async with database.writing() as connection:
        row = {"name": _SCREENING, "version": version}
        await connection.execute(upsert(connection, derived_keys), row)


async def _version(database: Database) -> str | None:
    query = select(derived_keys.c.version).where(derived_keys.c.name == _SCREENING)
    async with database.reading() as connection:
        version: str | None = await connection.scalar(query)
        return version


async def _refill_some(
    database: Database, keyring: Keyring, search_keys: SearchKeys, after: str
) -> str | None:
    """The last customer done; ``None`` when there are no more."""
    query = particulars().where(customers.c.id > after).order_by(customers.c.id).limit(_BATCH)
    async with database.writing() as connection:
        await lock_head(connection)  # nobody changes particulars meanwhile
        rows = (await connection.execute(query)).all()
        known = [open_particulars(keyring, row) for row in rows]
        await keep_keys_anew(connection, known, search_keys)
        await keep_bound(connection, [customer.id for customer in known])
    return rows[-1].id if rows else None
