"""An alert as it stands. What lists and look-ups need, without a word about anybody."""

from dataclasses import dataclass
from datetime import datetime

from core.alert.events import Settled
from core.vocabulary.ids import AlertId, CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.sought import Certainty


@dataclass(frozen=True, slots=True)
class AlertReminder:
    """See ``core.alert.events.AlertReminded``."""

    due_at: datetime
    to: tuple[StaffId, ...]
    beside: AlertId | None = None


@dataclass(frozen=True, slots=True)
class MeansSeen:
    """How many contacts came by these means, and when the last of them did."""

    means: str
    count: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """``version``: the entries of its stream. ``count``: of contacts; ``last_at``: of the last.

    ``means``: of the last contact, "" where nobody told. ``certainty``: the highest of any
    contact. ``confirmed_by``: who says that it is the customer, needed unless ``certainty`` is
    definite or likely.
    ``places``: the watched channels where it is told already, each as its source and the
    place of the message beneath which it is, with a blank between.
    ``open_since``: when it was raised, or reopened, or joined after it was let be; ``None`` in what
    earlier versions kept. ``reminders``: by which it was brought to mind. ``let_be``: it is not
    any more, unless a further contact joins it.
    ``by_means``: of its contacts, in the order of the codes; see ``is_tallied``.
    ``remind_at``: when it is brought to mind next, by the policy under which it was kept.
    """

    id: AlertId
    reference: str
    case: CaseId
    customer: CustomerId
    version: int
    count: int
    first_at: datetime
    last_at: datetime
    means: str
    certainty: Certainty
    reasons: tuple[str, ...]
    confirmed_by: StaffId | None = None
    settled: Settled | None = None
    settled_by: StaffId | None = None
    entry: EntryNo | None = None
    places: tuple[str, ...] = ()
    open_since: datetime | None = None
    reminders: tuple[AlertReminder, ...] = ()
    let_be: bool = False
    remind_at: datetime | None = None
    by_means: tuple[MeansSeen, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether it is the customer, surely enough or because somebody says so."""
        return self.certainty is not Certainty.POSSIBLE or self.confirmed_by is not None

    @property
    def asks(self) -> bool:
        """Whether a person must still say if it is the customer at all."""
        return not self.is_known and self.settled is None

    @property
    def is_overheard(self) -> bool:
        """Whether every contact was seen in a watched channel: only of these nobody tells the
        means, and the customer may only be spoken of."""
        by_no_means = all(not each.means for each in self.by_means)
        return bool(self.places) and self.is_tallied and by_no_means

    @property
    def is_tallied(self) -> bool:
        """Whether ``by_means`` tells of every contact: what earlier versions kept does not."""
        return sum(each.count for each in self.by_means) == self.count
