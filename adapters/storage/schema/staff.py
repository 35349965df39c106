"""The tables of colleagues, and of what they are found by."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Table, Text

from adapters.storage.schema.columns import Word, metadata

staff: Final = Table(
    "staff",
    metadata,
    Column("id", Text, primary_key=True),
    Column("email", Text, nullable=False, index=True),
    Column("line_manager", Text, index=True),
    Column("active", Boolean, nullable=False),
    Column("sort_name", Word, nullable=False),
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
    Column("word", Word, primary_key=True),
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
    Column("deputy", Text, primary_key=True, index=True),
)
"""Who was named to decide in whose place, whatever the dates."""

staff_absences: Final = Table(
    "staff_absences",
    metadata,
    Column("staff", Text, primary_key=True),
    Column("first", Date, primary_key=True),
    Column("last", Date, nullable=False),
    Index("ix_staff_absences_last_first_staff", "last", "first", "staff"),
)
"""When somebody else decides in whose place: absences for which a deputy is named."""
