"""Verifying the whole timeline, against hashing the same bytes in a plain loop."""

import hashlib
from typing import Final

from sqlalchemy import create_engine, make_url, select

from adapters.storage import MasterKey, open_storage
from adapters.storage.schema.timeline import entries
from adapters.storage.sealing.chain import Link
from adapters.storage.writing.canonical import canonical
from benchmarks.bots import MASTER_KEY
from benchmarks.databases import NewDatabase
from benchmarks.filler import fill
from benchmarks.measure import Times, side_by_side, timed
from benchmarks.table import Table

ENTRIES: Final = 10_000
ROUNDS: Final = 7


async def measure(kind: str, new_database: NewDatabase) -> Table:
    database_url = new_database()
    await fill(database_url, ENTRIES)
    texts = _hashed_bytes(database_url)
    storage = await open_storage(database_url, MasterKey.from_text(MASTER_KEY), {})

    async def ours() -> Times:
        return {"ours": await timed(storage.verify())}

    async def plain() -> Times:
        return {"plain": await timed(_hash(texts))}

    try:
        if not (found := await storage.verify()).ok:
            raise RuntimeError(f"the timeline does not verify: {found.problem}")
        spreads = await side_by_side((ours, plain), ROUNDS, warm=1)
    finally:
        await storage.close()
    table = Table(f"Verify {len(texts):,} entries ({kind})", ("ours", "SHA-256 alone"))
    table.compare("read, hashed, decrypted, decoded", spreads["ours"], spreads["plain"])
    return table


async def _hash(texts: list[bytes]) -> bytes:
    digest = b""
    for text in texts:
        digest = hashlib.sha256(text).digest()
    return digest


def _hashed_bytes(database_url: str) -> list[bytes]:
    """What the chain hashes, entry by entry."""
    engine = create_engine(make_url(database_url.replace("postgresql:", "postgresql+psycopg:")))
    columns = [entries.c[name] for name in Link._fields]
    try:
        with engine.connect() as connection:
            rows = connection.execute(select(*columns).order_by(entries.c.position))
            return [canonical(*row) for row in rows]
    finally:
        engine.dispose()
