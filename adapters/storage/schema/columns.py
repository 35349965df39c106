"""What every table is made of: the metadata, and columns that are alike in both databases."""

from datetime import datetime
from typing import Final

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, String, Text, TypeDecorator

from adapters.storage.writing.moments import moment_text

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
Word = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared by code point, so that a range of words is a range of the index."""
