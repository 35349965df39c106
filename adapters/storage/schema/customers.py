"""The tables of customers and of what they are found by."""

from typing import Final

from sqlalchemy import Column, Index, LargeBinary, Table, Text, text

from adapters.storage.schema.columns import Number, metadata

customers: Final = Table(
    "customers",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("particulars", LargeBinary, nullable=False),
    Column("found_by", LargeBinary, nullable=False),
    Column("merged_into", Text),
    Index(
        "ix_customers_merged_into",
        "merged_into",
        sqlite_where=text("merged_into IS NOT NULL"),
        postgresql_where=text("merged_into IS NOT NULL"),
    ),
)
"""``number``: short, for the tables of keys; they count up. ``found_by``: their keys in
``customer_keys``, as ``key_list`` packs them."""

customer_keys: Final = Table(
    "customer_keys",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),
    Column("customer", Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""What customers are found by: keyed hashes alone. It can be emptied and made anew."""

bound_customers: Final = Table(
    "bound_customers",
    metadata,
    Column("customer", Number, primary_key=True, autoincrement=False),
    Column("found_by", LargeBinary, nullable=False),
)
"""Whom something in force binds now, and records merged with theirs. ``found_by``: their keys in
``bound_keys``, as ``key_list`` packs them."""

bound_keys: Final = Table(
    "bound_keys",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),
    Column("customer", Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""As ``customer_keys``, of those in ``bound_customers`` alone."""

told_apart: Final = Table(
    "told_apart",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("customer", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""``key``: of whoever was confirmed not to be the customer; a keyed hash."""

derived_keys: Final = Table(
    "derived_keys",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Text, nullable=False),
)
"""In which version all customers have the keys of that name."""
