"""What happens to an alert. Kept in the stream ``alert:<id>`` under the customer's data key."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.vocabulary.ids import AlertId, CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.sought import Certainty, Sought


@dataclass(frozen=True, slots=True)
class AlertRaised:
    """``case``: where what binds them is in force, their own or another's (Scope).

    ``reference``: short, to be read aloud.
    """

    alert: AlertId
    reference: str
    case: CaseId
    customer: CustomerId


@dataclass(frozen=True, slots=True)
class ContactSeen:
    """One contact. ``means``: a code of the policy file, "" where nobody told.

    ``reasons``: in words. ``source``: who told us, such as ``crm`` or ``slack:C123``. ``who``:
    what they were told of, never the words of the message. ``where``: of a watched channel, the
    place of the message itself, for a reply beneath it; "" for any other.
    """

    means: str
    at: datetime
    source: str
    who: Sought
    certainty: Certainty
    reasons: tuple[str, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class AlertConfirmed:
    """A colleague says that it is the customer."""


class Settled(StrEnum):
    """``LOGGED``: what happened is on the case's timeline. ``BREACH``: as an incident.
    ``MENTIONED``: in a watched channel they were only spoken of, and made no contact."""

    LOGGED = "logged"
    BREACH = "breach"
    ANOTHER_PERSON = "another-person"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class AlertSettled:
    """``entry``: the contact or the incident in the case, where there is one."""

    how: Settled
    entry: EntryNo | None = None


@dataclass(frozen=True, slots=True)
class AlertReopened:
    """What was said of it is taken back: it was the customer, or a contact, after all."""

    was: Settled = Settled.ANOTHER_PERSON


@dataclass(frozen=True, slots=True)
class AlertReminded:
    """Nobody had said what became of it, so it was brought to mind.

    ``due_at``: when that was due. ``to``: whom; none where nobody was left, and then the Customer
    Focus team was told. ``beside``: of several of one case at once, the one that was shown.
    """

    due_at: datetime
    to: tuple[StaffId, ...]
    beside: AlertId | None = None


@dataclass(frozen=True, slots=True)
class AlertLetBe:
    """When it was to be brought to mind, nothing bound the customer any more: it is not, unless it
    is reopened or a further contact joins it."""


AlertEvent = (
    AlertRaised
    | ContactSeen
    | AlertConfirmed
    | AlertSettled
    | AlertReopened
    | AlertReminded
    | AlertLetBe
)
