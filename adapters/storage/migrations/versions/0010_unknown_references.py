"""A receipt says whether the contact gave a reference that nobody has.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    unknown = sa.Column("unknown_reference", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("contact_receipts", unknown)
