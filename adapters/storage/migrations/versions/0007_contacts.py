"""Receipts of contacts, alerts, and the channels that are looked through; none yet.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    _receipts()
    _alerts()
    op.create_table(
        "watched_channels",
        sa.Column("platform", sa.Text),
        sa.Column("place", sa.Text),
        sa.PrimaryKeyConstraint("platform", "place", name="pk_watched_channels"),
    )


def _receipts() -> None:
    op.create_table(
        "contact_receipts",
        sa.Column("id", sa.Text),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("became", sa.Text, nullable=False),
        sa.Column("alerts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contact_receipts"),
        sa.UniqueConstraint("source", "key", name="uq_contact_receipts_source_key"),
    )
    op.create_index("ix_contact_receipts_at", "contact_receipts", ["at"])


def _alerts() -> None:
    op.create_table(
        "contact_alerts",
        sa.Column("id", sa.Text),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("settled", sa.Boolean, nullable=False),
        sa.Column("last_at", sa.String(32), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contact_alerts"),
        sa.UniqueConstraint("reference", name="uq_contact_alerts_reference"),
    )
    columns = ["case_id", "last_at", "id"]
    op.create_index("ix_contact_alerts_case", "contact_alerts", columns)
    op.create_index(
        "ix_contact_alerts_unsettled",
        "contact_alerts",
        columns,
        sqlite_where=sa.text("NOT settled"),
        postgresql_where=sa.text("NOT settled"),
    )
