"""What a witness keeps: what could be seen as each entry was added."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.case.state import Entry
from core.policy.model import Policy
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.people import StaffMember


@dataclass(frozen=True)
class Sight:
    """An entry, those ``together`` with it in one decision, and who was who at that moment.

    ``before``: the entries before all of these.
    """

    policy: Policy
    entry: Entry
    together: tuple[Entry, ...]
    before: tuple[Entry, ...]
    staff: Mapping[StaffId, StaffMember]
    customers: Mapping[CustomerId, Customer]

    @property
    def earlier(self) -> tuple[Entry, ...]:
        """Everything before this entry."""
        return (*self.before, *(e for e in self.together if e.no < self.entry.no))

    @property
    def all(self) -> tuple[Entry, ...]:
        """Everything up to the end of this decision."""
        return (*self.before, *self.together)


Check = Callable[[Sight], None]
