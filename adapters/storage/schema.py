"""The tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from adapters.storage.chain import moment_text

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as text in UTC: alike in both databases."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


Number = BigInteger().with_variant(Integer, "sqlite")
_Word = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared by code point, so that a range of words is a range of the index."""

entries: Final = Table(
    "entries",
    metadata,
    Column("position", Number, primary_key=True, autoincrement=False),
    Column("stream", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("stream", "version"),
)

chain_head: Final = Table(
    "chain_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", Number, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

deliveries: Final = Table(
    "deliveries",
    metadata,
    Column("delivery", Text, primary_key=True),
    Column("case_id", Text),
)

data_keys: Final = Table(
    "data_keys",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("wrapped", LargeBinary),
    Column("master", Text, index=True),
)
"""``wrapped`` is null for a key that was destroyed: the person is erased, and stays erased."""

case_summaries: Final = Table(
    "case_summaries",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("reference", _Word, nullable=False, unique=True),
    Column("customer", Text, nullable=False, index=True),
    Column("owner", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("next_review_on", Date),
    Column("next_remind_on", Date),
    Column("document", Text, nullable=False),
    Index("ix_case_summaries_remind", "next_remind_on", "case_id"),
    Index(
        "ix_case_summaries_in_force",
        "reference",
        sqlite_where=text("next_review_on IS NOT NULL"),
        postgresql_where=text("next_review_on IS NOT NULL"),
    ),
    Index(
        "uq_case_summaries_open_case_of_customer",
        "customer",
        unique=True,
        sqlite_where=text("open"),
        postgresql_where=text("open"),
    ),
)
"""``version``: the last entry of the case that it takes account of.

Everything in force is to be reviewed some day, so a case with ``next_review_on`` has something in
force, and no other has.
"""

awaiting: Final = Table(
    "awaiting",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("proposal", Integer, primary_key=True, autoincrement=False),
    Column("approver", Text, nullable=False, index=True),
    Column("proposed_by", Text, nullable=False, index=True),
    Column("proposed_at", Moment, nullable=False),
)

owed: Final = Table(
    "owed",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("about", Integer, primary_key=True, autoincrement=False),
    Column("owed_by", Text, nullable=False),
    Column("due_on", Date, nullable=False),
    Index("ix_owed_due_on", "due_on", "case_id", "about"),
    Index("ix_owed_owed_by_due_on", "owed_by", "due_on"),
)
"""What somebody still has to do."""

also_bound: Final = Table(
    "also_bound",
    metadata,
    Column("customer", Text, primary_key=True),
    Column("case_id", Text, primary_key=True, index=True),
)
"""Whom something in force in the case of somebody else binds too."""

derived_keys: Final = Table(
    "derived_keys",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Text, nullable=False),
)
"""In which version all customers have the keys of that name."""

staff: Final = Table(
    "staff",
    metadata,
    Column("id", Text, primary_key=True),
    Column("email", Text, nullable=False, index=True),
    Column("line_manager", Text, index=True),
    Column("active", Boolean, nullable=False),
    Column("sort_name", _Word, nullable=False),
    Column("document", Text, nullable=False),
    Index("ix_staff_active_sort_name", "active", "sort_name"),
)

staff_accounts: Final = Table(
    "staff_accounts",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("workspace", Text, primary_key=True),
    Column("user", Text, primary_key=True),
    Column("staff", Text, nullable=False, index=True),
)

staff_words: Final = Table(
    "staff_words",
    metadata,
    Column("word", _Word, primary_key=True),
    Column("staff", Text, primary_key=True, index=True),
)

staff_roles: Final = Table(
    "staff_roles",
    metadata,
    Column("role", Text, primary_key=True),
    Column("staff", Text, primary_key=True, index=True),
)
"""The responsibilities of active colleagues."""

staff_deputies: Final = Table(
    "staff_deputies",
    metadata,
    Column("staff", Text, primary_key=True),
    Column("deputy", Text, primary_key=True),
)
"""Who was named to decide in whose place, whatever the dates."""

outbox: Final = Table(
    "outbox",
    metadata,
    Column("id", Number, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("message", Text, nullable=False, index=True),
    Column("redraws", Text),
    Column("original", Text),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("staff", Text),
    Column("channel", Text),
    Column("platform", Text),
    Column("place", Text),
    Column("is_person", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("leased_until", Moment),
    Column("leased_by", Text),
    Column("attempts", Integer, nullable=False),
    Column("uncertain", Boolean, nullable=False),
    Column("reason", Text),
    Column("parked_at", Moment),
    Column("delivered_at", Moment),
    Column("posted_place", Text),
    Column("posted_message", Text),
    Index("ix_outbox_state_id", "state", "id"),
    Index("ix_outbox_line", "platform", "place", "state", "id"),
    Index(
        "ix_outbox_redraws",
        "original",
        "state",
        "id",
        sqlite_where=text("original IS NOT NULL"),
        postgresql_where=text("original IS NOT NULL"),
    ),
)
"""``redraws`` names a message, ``original`` the one copy of it that a redraw is for."""

holds: Final = Table(
    "holds",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("until", Moment, nullable=False),
)

notes: Final = Table(
    "notes",
    metadata,
    Column("shelf", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("note", Text, nullable=False),
)
"""What the chat adapters note about their platforms: ids alone."""
