"""Events outside a case: who our customers and colleagues are, and who looked at what."""

from dataclasses import dataclass

from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId
from core.vocabulary.people import StaffMember


@dataclass(frozen=True, slots=True)
class CustomerRegistered:
    customer: Customer


@dataclass(frozen=True, slots=True)
class CustomerChanged:
    """The particulars, as they stand from now on."""

    customer: Customer


@dataclass(frozen=True, slots=True)
class ToldApart:
    """Somebody confirmed that whoever made contact as ``known_as`` is not this customer.

    ``known_as``: as ``core.case.customers.told_as`` has it.
    """

    customer: CustomerId
    known_as: str


@dataclass(frozen=True, slots=True)
class StaffRecorded:
    """The whole entry, as it stands from now on."""

    member: StaffMember


@dataclass(frozen=True, slots=True)
class LogEntryViewed:
    """Somebody looked at an entry of the Customer Sanctions Log (stages 3 and 6).

    ``level``: how much of it they were shown. Kept in the stream ``views:<case>``.
    """

    case: CaseId
    level: str


RegisterEvent = CustomerRegistered | CustomerChanged | ToldApart | StaffRecorded | LogEntryViewed
