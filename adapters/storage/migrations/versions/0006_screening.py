"""Which version of the keys of screening the customers have, and who was told apart; none yet.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "derived_keys",
        sa.Column("name", sa.Text),
        sa.Column("version", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_derived_keys"),
    )
    op.create_table(
        "told_apart",
        sa.Column("key", sa.LargeBinary),
        sa.Column("customer", sa.Text),
        sa.PrimaryKeyConstraint("key", "customer", name="pk_told_apart"),
        sqlite_with_rowid=False,
    )
