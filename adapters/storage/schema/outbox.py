"""The tables of what is sent, and of what the chat adapters note about it."""

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, text

from adapters.storage.schema.columns import Moment, Number, metadata

outbox: Final = Table(
    "outbox",
    metadata,
    Column("id", Number, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("message", Text, nullable=False, index=True),
    Column("redraws", Text),
    Column("original", Text),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("staff", Text),
    Column("channel", Text),
    Column("platform", Text),
    Column("place", Text),
    Column("is_person", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("leased_until", Moment),
    Column("leased_by", Text),
    Column("attempts", Integer, nullable=False),
    Column("uncertain", Boolean, nullable=False),
    Column("reason", Text),
    Column("parked_at", Moment),
    Column("delivered_at", Moment),
    Column("posted_place", Text),
    Column("posted_message", Text),
    Index("ix_outbox_state_id", "state", "id"),
    Index("ix_outbox_line", "platform", "place", "state", "id"),
    Index(
        "ix_outbox_redraws",
        "original",
        "state",
        "id",
        sqlite_where=text("original IS NOT NULL"),
        postgresql_where=text("original IS NOT NULL"),
    ),
)
"""``redraws`` names a message, ``original`` the one copy of it that a redraw is for."""

holds: Final = Table(
    "holds",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("until", Moment, nullable=False),
)

notes: Final = Table(
    "notes",
    metadata,
    Column("shelf", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("note", Text, nullable=False),
)
"""What the chat adapters note about their platforms: ids alone."""
