"""Alerts are found by the customer whose contact they tell of, and by when to remind of them.

An alert that stands open is to be brought to mind: when it is looked at next, the policy says when.
A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    customer = sa.Column("customer", sa.Text, nullable=False, server_default="")
    op.add_column("contact_alerts", customer)
    op.add_column("contact_alerts", sa.Column("remind_at", sa.String(32)))
    _of_those_kept()
    op.create_index(
        "ix_contact_alerts_open_of_customer",
        "contact_alerts",
        ["customer", "id"],
        sqlite_where=sa.text("NOT settled"),
        postgresql_where=sa.text("NOT settled"),
    )
    op.create_index(
        "ix_contact_alerts_remind_at",
        "contact_alerts",
        ["remind_at", "id"],
        sqlite_where=sa.text("remind_at IS NOT NULL"),
        postgresql_where=sa.text("remind_at IS NOT NULL"),
    )


def _of_those_kept() -> None:
    alerts = sa.table(
        "contact_alerts",
        *(sa.column(name) for name in ("id", "document", "customer", "last_at", "remind_at")),
        sa.column("settled", sa.Boolean),
    )
    for row in op.get_bind().execute(sa.select(alerts)).all():
        found = sa.update(alerts).where(alerts.c.id == row.id)
        values = {
            "customer": json.loads(row.document)["customer"],
            "remind_at": None if row.settled else row.last_at,
        }
        op.get_bind().execute(found.values(values))
