"""Events outside a case: who our customers and colleagues are."""

from dataclasses import dataclass

from core.vocabulary.customer import Customer
from core.vocabulary.people import StaffMember


@dataclass(frozen=True, slots=True)
class CustomerRegistered:
    customer: Customer


@dataclass(frozen=True, slots=True)
class StaffRecorded:
    """The whole entry, as it stands from now on."""

    member: StaffMember


RegisterEvent = CustomerRegistered | StaffRecorded
