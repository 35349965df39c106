"""Alerts that wait for somebody's word are found by since when they do, and by whose case it is.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import json
from datetime import UTC, datetime
from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_WAITS: Final = sa.text("waits_since IS NOT NULL")


def upgrade() -> None:
    op.add_column("contact_alerts", sa.Column("waits_since", sa.String(32)))
    _of_those_kept()
    op.create_index("ix_case_summaries_owner", "case_summaries", ["owner", "case_id"])
    op.create_index("ix_staff_deputies_deputy", "staff_deputies", ["deputy"])
    for name, columns in (
        ("ix_contact_alerts_waiting", ["waits_since", "id"]),
        ("ix_contact_alerts_waiting_of_case", ["case_id", "waits_since", "id"]),
    ):
        op.create_index(
            name, "contact_alerts", columns, sqlite_where=_WAITS, postgresql_where=_WAITS
        )


def _of_those_kept() -> None:
    alerts = sa.table(
        "contact_alerts",
        *(sa.column(name) for name in ("id", "document", "remind_at", "waits_since")),
    )
    waiting = sa.select(alerts).where(alerts.c.remind_at.is_not(None))
    for row in op.get_bind().execute(waiting).all():
        alert = json.loads(row.document)
        since = _moment(alert.get("open_since") or alert["first_at"])
        found = sa.update(alerts).where(alerts.c.id == row.id)
        op.get_bind().execute(found.values(waits_since=since))


def _moment(text: str) -> str:
    """As columns have it, always of the same width; documents leave off what is nought."""
    return datetime.fromisoformat(text).astimezone(UTC).isoformat(timespec="microseconds")
