"""What a decision sees besides the case itself."""

from dataclasses import dataclass
from datetime import date, datetime

from core.policy.model import Policy
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar
from core.vocabulary.customer import Customer
from core.vocabulary.ids import StaffId
from core.vocabulary.people import People


@dataclass(frozen=True, slots=True)
class Scene:
    """``people``: see there. ``customer``: whose case it is. ``now``: UTC.

    ``others``: further customers whom the decision concerns. ``bound``: whether something in force
    in another case binds this customer too (Scope).
    """

    policy: Policy
    people: People
    actor: StaffId
    now: datetime
    customer: Customer | None = None
    calendar: Calendar = NO_HOLIDAYS
    others: tuple[Customer, ...] = ()
    bound: bool = False

    @property
    def today(self) -> date:
        """The day it is where the public body works."""
        return self.policy.day_of(self.now)
