"""The timeline, its projections and the outbox.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_MOMENT = sa.String(32)
_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    _timeline()
    _cases()
    _customers()
    _staff()
    _outbox()


def _timeline() -> None:
    op.create_table(
        "entries",
        sa.Column("position", _NUMBER, autoincrement=False),
        sa.Column("stream", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_entries"),
        sa.UniqueConstraint("stream", "version", name="uq_entries_stream_version"),
    )
    head = op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("position", _NUMBER, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chain_head"),
    )
    op.bulk_insert(head, [{"id": 1, "position": 0, "hash": bytes(32)}])
    op.create_table(
        "deliveries",
        sa.Column("delivery", sa.Text),
        sa.Column("case_id", sa.Text),
        sa.PrimaryKeyConstraint("delivery", name="pk_deliveries"),
    )
    op.create_table(
        "data_keys",
        sa.Column("subject", sa.Text),
        sa.Column("wrapped", sa.LargeBinary),
        sa.Column("master", sa.Text),
        sa.PrimaryKeyConstraint("subject", name="pk_data_keys"),
    )
    op.create_index("ix_data_keys_master", "data_keys", ["master"])


def _cases() -> None:
    op.create_table(
        "case_summaries",
        sa.Column("case_id", sa.Text),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("customer", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("next_review_on", sa.Date),
        sa.Column("next_remind_on", sa.Date),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_case_summaries"),
        sa.UniqueConstraint("reference", name="uq_case_summaries_reference"),
    )
    op.create_index("ix_case_summaries_customer", "case_summaries", ["customer"])
    for name, columns in (
        ("review", ["next_review_on", "case_id"]),
        ("remind", ["next_remind_on", "case_id"]),
        ("owner_review", ["owner", "next_review_on", "case_id"]),
    ):
        op.create_index(f"ix_case_summaries_{name}", "case_summaries", columns)
    op.create_index(
        "uq_case_summaries_open_case_of_customer",
        "case_summaries",
        ["customer"],
        unique=True,
        sqlite_where=sa.text("open"),
        postgresql_where=sa.text("open"),
    )
    op.create_table(
        "awaiting",
        sa.Column("case_id", sa.Text),
        sa.Column("proposal", sa.Integer, autoincrement=False),
        sa.Column("approver", sa.Text, nullable=False),
        sa.Column("proposed_by", sa.Text, nullable=False),
        sa.Column("proposed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "proposal", name="pk_awaiting"),
    )
    for column in ("approver", "proposed_by"):
        op.create_index(f"ix_awaiting_{column}", "awaiting", [column])


def _customers() -> None:
    op.create_table(
        "customers",
        sa.Column("id", sa.Text),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("particulars", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers"),
        sa.UniqueConstraint("reference", name="uq_customers_reference"),
    )
    op.create_table(
        "customer_keys",
        sa.Column("key", sa.LargeBinary),
        sa.Column("customer", sa.Text),
        sa.PrimaryKeyConstraint("key", "customer", name="pk_customer_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_customer_keys_customer", "customer_keys", ["customer"])


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Text),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("line_manager", sa.Text),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("sort_name", _WORD, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
    )
    op.create_index("ix_staff_email", "staff", ["email"])
    op.create_index("ix_staff_line_manager", "staff", ["line_manager"])
    op.create_index("ix_staff_active_sort_name", "staff", ["active", "sort_name"])
    op.create_table(
        "staff_accounts",
        sa.Column("platform", sa.Text),
        sa.Column("workspace", sa.Text),
        sa.Column("user", sa.Text),
        sa.Column("staff", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace", "user", name="pk_staff_accounts"),
    )
    op.create_index("ix_staff_accounts_staff", "staff_accounts", ["staff"])
    op.create_table(
        "staff_words",
        sa.Column("word", _WORD),
        sa.Column("staff", sa.Text),
        sa.PrimaryKeyConstraint("word", "staff", name="pk_staff_words"),
    )
    op.create_index("ix_staff_words_staff", "staff_words", ["staff"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _NUMBER),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("redraws", sa.Text),
        sa.Column("original", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("staff", sa.Text),
        sa.Column("channel", sa.Text),
        sa.Column("platform", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("is_person", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("leased_until", _MOMENT),
        sa.Column("leased_by", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("uncertain", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("parked_at", _MOMENT),
        sa.Column("delivered_at", _MOMENT),
        sa.Column("posted_place", sa.Text),
        sa.Column("posted_message", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
    )
    op.create_index("ix_outbox_message", "outbox", ["message"])
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at", "id"])
    op.create_index("ix_outbox_original_state", "outbox", ["original", "state"])
    op.create_table(
        "holds",
        sa.Column("platform", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("platform", "place", name="pk_holds"),
    )
