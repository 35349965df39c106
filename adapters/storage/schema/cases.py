"""The tables that cases are found by."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, text

from adapters.storage.schema.columns import Moment, Word, metadata

case_summaries: Final = Table(
    "case_summaries",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("reference", Word, nullable=False, unique=True),
    Column("customer", Text, nullable=False, index=True),
    Column("owner", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("next_review_on", Date),
    Column("next_remind_on", Date),
    Column("document", Text, nullable=False),
    Index("ix_case_summaries_owner", "owner", "case_id"),
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

waiting: Final = Table(
    "waiting",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("about", Integer, primary_key=True, autoincrement=False),
    Column("holder", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Index("ix_waiting_holder_case_id", "holder", "case_id"),
    Index(
        "ix_waiting_stood_in_for",
        "case_id",
        sqlite_where=text("asked <> holder"),
        postgresql_where=text("asked <> holder"),
    ),
)
"""What waits for ``asked``'s word, in the place of ``holder``, or their own: proposals, and
contacts that a manager was asked about."""

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
