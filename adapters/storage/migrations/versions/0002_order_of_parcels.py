"""Parcels go out in the order they were written, address by address."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for unsuitable in ("ix_outbox_state_due_at", "ix_outbox_original_state"):
        op.drop_index(unsuitable, "outbox")
    op.create_index("ix_outbox_state_id", "outbox", ["state", "id"])
    op.create_index("ix_outbox_line", "outbox", ["platform", "place", "state", "id"])
    op.create_index(
        "ix_outbox_redraws",
        "outbox",
        ["original", "state", "id"],
        sqlite_where=sa.text("original IS NOT NULL"),
        postgresql_where=sa.text("original IS NOT NULL"),
    )
