"""The tables of contacts: receipts, alerts, and the channels that are looked through."""

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, UniqueConstraint, false, text

from adapters.storage.schema.columns import Moment, metadata

contact_receipts: Final = Table(
    "contact_receipts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("became", Text, nullable=False),
    Column("alerts", Text, nullable=False),
    Column("unknown_reference", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("source", "key"),
)
"""``alerts``: the ids, as JSON; "" for none."""

contact_alerts: Final = Table(
    "contact_alerts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("case_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("settled", Boolean, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("document", Text, nullable=False),
    Column("customer", Text, nullable=False, server_default=""),
    Column("remind_at", Moment),
    Column("waits_since", Moment),
    Index("ix_contact_alerts_case", "case_id", "last_at", "id"),
    Index(
        "ix_contact_alerts_unsettled",
        "case_id",
        "last_at",
        "id",
        sqlite_where=text("NOT settled"),
        postgresql_where=text("NOT settled"),
    ),
    Index(
        "ix_contact_alerts_open_of_customer",
        "customer",
        "id",
        sqlite_where=text("NOT settled"),
        postgresql_where=text("NOT settled"),
    ),
    Index(
        "ix_contact_alerts_remind_at",
        "remind_at",
        "id",
        sqlite_where=text("remind_at IS NOT NULL"),
        postgresql_where=text("remind_at IS NOT NULL"),
    ),
    Index(
        "ix_contact_alerts_waiting",
        "waits_since",
        "id",
        sqlite_where=text("waits_since IS NOT NULL"),
        postgresql_where=text("waits_since IS NOT NULL"),
    ),
    Index(
        "ix_contact_alerts_waiting_of_case",
        "case_id",
        "waits_since",
        "id",
        sqlite_where=text("waits_since IS NOT NULL"),
        postgresql_where=text("waits_since IS NOT NULL"),
    ),
)
"""``version``: the last entry of its stream that it takes account of. ``waits_since``: when it was
opened; none once nobody is to be reminded of it any more."""

watched_channels: Final = Table(
    "watched_channels",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("place", Text, primary_key=True),
)
