"""The tables."""

from adapters.storage.schema import cases, contacts, customers, outbox, staff, timeline
from adapters.storage.schema.columns import metadata

__all__ = ["cases", "contacts", "customers", "metadata", "outbox", "staff", "timeline"]
