"""Events outside a case: who our customers and colleagues are, and who looked at what."""

from dataclasses import dataclass

from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId
from core.vocabulary.people import StaffMember


@dataclass(frozen=True, slots=True)
class CustomerRegistered:
    """``source``: where the particulars come from, in words; "" for a report."""

    customer: Customer
    source: str = ""


@dataclass(frozen=True, slots=True)
class CustomerChanged:
    """The particulars, as they stand from now on. ``source``: as in ``CustomerRegistered``."""

    customer: Customer
    source: str = ""


@dataclass(frozen=True, slots=True)
class ToldApart:
    """Somebody confirmed that whoever made contact as ``known_as`` is not this customer.

    ``known_as``: as ``core.case.register.customers.told_as`` has it. ``also``: the same in other
    writing that says no more, see ``core.alert.somebody_else``.
    """

    customer: CustomerId
    known_as: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return (self.known_as, *self.also)


@dataclass(frozen=True, slots=True)
class ApartTakenBack:
    """It was the customer after all: the ``ToldApart`` of the same words counts no more."""

    customer: CustomerId
    known_as: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return (self.known_as, *self.also)


@dataclass(frozen=True, slots=True)
class CustomersMerged:
    """Two records of one person: ``customer`` is found as ``into`` from now on.

    Kept in the streams of both.
    """

    customer: CustomerId
    into: CustomerId
    reasons: str


@dataclass(frozen=True, slots=True)
class CustomersUnmerged:
    """They were two people after all; each record stands for itself again."""

    customer: CustomerId
    into: CustomerId
    reasons: str


@dataclass(frozen=True, slots=True)
class ChannelWatched:
    """From now on messages in this channel are looked through for customers under sanction.

    Kept in the stream ``channel:<platform>:<place>``, under a data key of that name.
    """

    platform: str
    place: str


@dataclass(frozen=True, slots=True)
class ChannelUnwatched:
    platform: str
    place: str


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


RegisterEvent = (
    CustomerRegistered
    | CustomerChanged
    | ToldApart
    | ApartTakenBack
    | CustomersMerged
    | CustomersUnmerged
    | ChannelWatched
    | ChannelUnwatched
    | StaffRecorded
    | LogEntryViewed
)
