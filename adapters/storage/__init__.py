"""Storage in SQLite and PostgreSQL: the timeline, its projections and the outbox.

A commit is kept by ``timeline``, which has ``cases``, ``contacts``, ``customers``, ``outbox`` and
``staff`` keep their part of it in the same transaction; what each keeps, it also finds again.
``candidates`` are whom screening compares. All of them stand on ``sealing`` (keys and the chain)
and ``connecting`` (the databases), and these on the tables of ``schema``, which ``migrations``
brings about. ``indexing`` and ``writing`` say in which form things are looked for and kept.
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from adapters.storage.candidates.finding import SqlCandidates
from adapters.storage.candidates.refill import refill_keys
from adapters.storage.cases.finding import SqlCases
from adapters.storage.connecting.engine import Database
from adapters.storage.contacts.alerts import SqlAlerts
from adapters.storage.contacts.receipts import SqlReceipts
from adapters.storage.contacts.watched import SqlWatchedChannels
from adapters.storage.customers.finding import SqlCustomers
from adapters.storage.faults import KeyFault, StorageFault
from adapters.storage.indexing.search_keys import SearchKeys
from adapters.storage.migrations.upgrade import migrate
from adapters.storage.outbox.notebook import SqlNotebook
from adapters.storage.outbox.parcels import SqlOutbox
from adapters.storage.schema.timeline import data_keys
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.sealing.master_key import MasterKey
from adapters.storage.staff.directory import SqlDirectory
from adapters.storage.timeline.store import SqlStore
from adapters.storage.timeline.verify import Verification, verify
from bot.views.ports import Address
from core.services.messages import Channel
from core.services.ports.candidates import KeyMaker

__all__ = ["KeyFault", "MasterKey", "Storage", "StorageFault", "Verification", "open_storage"]


class Storage:
    """The ports over one database. Several of them, in several processes, may share one."""

    def __init__(
        self,
        database: Database,
        keys: MasterKey,
        channels: Mapping[Channel, Sequence[Address]],
        on_commit: Callable[[], None],
        key_maker: KeyMaker | None,
    ) -> None:
        self._database = database
        self._keyring = Keyring(keys)
        self.store = SqlStore(
            database, keys, SearchKeys(keys.index, key_maker), channels, on_commit
        )
        self.cases = SqlCases(database)
        self.customers = SqlCustomers(database, keys)
        self.candidates = SqlCandidates(database, keys)
        self.directory = SqlDirectory(database)
        self.alerts = SqlAlerts(database)
        self.receipts = SqlReceipts(database)
        self.watched = SqlWatchedChannels(database)
        self.outbox = SqlOutbox(database, channels)
        self.notebook = SqlNotebook(database)

    async def verify(self) -> Verification:
        """Check every entry of the timeline, from the first to the last."""
        return await verify(self._database, self._keyring)

    async def healthy(self) -> bool:
        """Whether the database answers."""
        try:
            async with self._database.reading() as connection:
                await connection.execute(select(1))
        except (SQLAlchemyError, OSError):
            return False
        return True

    async def close(self) -> None:
        await self._database.close()


async def open_storage(
    url: str,
    keys: MasterKey,
    channels: Mapping[Channel, Sequence[Address]],
    on_commit: Callable[[], None] = lambda: None,
    key_maker: KeyMaker | None = None,
) -> Storage:
    """Opens a database, brought to the newest schema first.

    ``url``: ``sqlite:///<file>`` or ``postgresql://...``. ``on_commit`` is called after every
    commit. ``key_maker``: by whose keys customers become candidates of screening; where it makes
    them another way than before, every customer gets them anew first. Without it, whoever is kept
    from now on is a candidate of nothing.

    Raises ``StorageFault``: an unusable URL, a database that cannot be opened, another master key,
    a newer schema.
    """
    database = Database(url)
    try:
        await migrate(database)
        await _check_master_key(database, keys)
        if key_maker is not None:
            await refill_keys(database, keys, key_maker)
    except DBAPIError as error:
        await database.close()
        raise StorageFault(f"The database cannot be opened: {error.orig}") from error
    except BaseException:
        await database.close()
        raise
    return Storage(database, keys, channels, on_commit, key_maker)


async def _check_master_key(database: Database, keys: MasterKey) -> None:
    masters = select(func.min(data_keys.c.master), func.max(data_keys.c.master))
    async with database.reading() as connection:
        first, last = (await connection.execute(masters)).one()
    if first is not None and (first, last) != (keys.id, keys.id):
        raise KeyFault(
            "This database was written with another master key. Give the bot the key it had;"
            " without it nothing personal in the database can ever be read again."
        )
