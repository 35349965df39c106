"""The tables of the timeline: entries, the head of their chain, deliveries, and the keys."""

from typing import Final

from sqlalchemy import Column, Integer, LargeBinary, Table, Text, UniqueConstraint

from adapters.storage.schema.columns import Number, metadata

entries: Final = Table(
    "entries",
    metadata,
    Column("position", Number, primary_key=True, autoincrement=False),
    Column("stream", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("stream", "version"),
)

chain_head: Final = Table(
    "chain_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", Number, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

deliveries: Final = Table(
    "deliveries",
    metadata,
    Column("delivery", Text, primary_key=True),
    Column("case_id", Text),
)

data_keys: Final = Table(
    "data_keys",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("wrapped", LargeBinary),
    Column("master", Text, index=True),
)
"""``wrapped`` is null for a key that was destroyed: the person is erased, and stays erased."""
