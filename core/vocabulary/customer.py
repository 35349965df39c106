"""Customers: the people the policy protects as much as it restrains."""

from dataclasses import dataclass

from core.vocabulary.ids import CustomerId


@dataclass(frozen=True, slots=True)
class Customer:
    """A person known to us. ``reference`` is what channels and logs may show; the rest is not."""

    id: CustomerId
    reference: str
    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
