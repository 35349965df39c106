"""Customers get numbers, and shorter keys that are made anew when the database is opened.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _customers_with_numbers()
    op.drop_table("customer_keys")
    for table in ("customer_keys", "bound_keys"):
        op.create_table(
            table,
            sa.Column("key", _NUMBER, autoincrement=False),
            sa.Column("customer", _NUMBER, autoincrement=False),
            sa.PrimaryKeyConstraint("key", "customer", name=f"pk_{table}"),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "bound_customers",
        sa.Column("customer", _NUMBER, autoincrement=False),
        sa.Column("found_by", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("customer", name="pk_bound_customers"),
    )
    op.execute("DELETE FROM derived_keys")
    op.create_index("ix_also_bound_case_id", "also_bound", ["case_id"])
    _forget_who_is_bound_no_more()


def _customers_with_numbers() -> None:
    op.execute("CREATE TABLE customers_before AS SELECT * FROM customers")
    op.drop_table("customers")
    customers = op.create_table(
        "customers",
        sa.Column("number", _NUMBER, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("particulars", sa.LargeBinary, nullable=False),
        sa.Column("found_by", sa.LargeBinary, nullable=False),
        sa.Column("merged_into", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_customers"),
        sa.UniqueConstraint("id", name="uq_customers_id"),
        sa.UniqueConstraint("reference", name="uq_customers_reference"),
    )
    op.create_index(
        "ix_customers_merged_into",
        "customers",
        ["merged_into"],
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    kept: tuple[sa.ColumnClause[str], ...] = (
        sa.column("id", sa.Text),
        sa.column("reference"),
        sa.column("particulars"),
    )
    number = sa.func.row_number().over(order_by=kept[0])
    before = sa.select(number, *kept, sa.literal(b"", sa.LargeBinary))
    before = before.select_from(sa.table("customers_before"))
    names = ["number", "id", "reference", "particulars", "found_by"]
    op.execute(sa.insert(customers).from_select(names, before))
    op.execute("DROP TABLE customers_before")


def _forget_who_is_bound_no_more() -> None:
    """Until now whoever was bound once stayed in this table."""
    bound = sa.table("also_bound", sa.column("customer"), sa.column("case_id"))
    cases = sa.table("case_summaries", sa.column("case_id"), sa.column("document"))
    both = sa.select(bound, cases.c.document).join(cases, cases.c.case_id == bound.c.case_id)
    for row in op.get_bind().execute(both).all():
        if row.customer not in json.loads(row.document).get("also_bound", ()):
            gone = sa.delete(bound).where(
                bound.c.customer == row.customer, bound.c.case_id == row.case_id
            )
            op.get_bind().execute(gone)
