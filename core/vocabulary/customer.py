"""Customers: the people the policy protects as much as it restrains."""

from dataclasses import dataclass
from enum import StrEnum

from core.vocabulary.ids import CustomerId


class CustomerKind(StrEnum):
    """Customers for whom the policy has a part of its own (Agents / contractors; Site owners)."""

    AGENT = "agent"
    SITE_OWNER = "site-owner"


@dataclass(frozen=True, slots=True)
class Customer:
    """A person known to us. ``reference`` is what channels and logs may show; the rest is not.

    ``other_names``, ``other_addresses`` and ``other_organisations``: by which they are known too,
    or once were. ``organisation`` and ``address``: where others may be who are not this person
    (Scope). ``merged_into``: the record that stands for this person, where this one no longer
    does; ``merged``: the records for which this one stands too.
    ``employer``, ``professional_body`` and ``clients``: of an agent or contractor; ``employer``
    is "" for one who is self-employed.
    """

    id: CustomerId
    reference: str
    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    kinds: frozenset[CustomerKind] = frozenset()
    organisation: str = ""
    address: str = ""
    employer: str = ""
    professional_body: str = ""
    clients: tuple[CustomerId, ...] = ()
    other_names: tuple[str, ...] = ()
    other_addresses: tuple[str, ...] = ()
    other_organisations: tuple[str, ...] = ()
    merged_into: CustomerId | None = None
    merged: tuple[CustomerId, ...] = ()

    @property
    def records(self) -> tuple[CustomerId, ...]:
        """All the records of the person for whom this one stands."""
        return (self.id, *self.merged)

    @property
    def is_agent(self) -> bool:
        return CustomerKind.AGENT in self.kinds

    @property
    def is_site_owner(self) -> bool:
        return CustomerKind.SITE_OWNER in self.kinds
