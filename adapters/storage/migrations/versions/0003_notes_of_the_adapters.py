"""What the chat adapters note about their platforms: where somebody can be reached, by ids."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("shelf", sa.Text),
        sa.Column("key", sa.Text),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("shelf", "key", name="pk_notes"),
    )
