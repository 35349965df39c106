"""What was recorded: cases, incidents, contacts and corrections (the timeline log)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """``owner``: the staff member corresponding with the customer, who looks after the case."""

    case: CaseId
    reference: str
    customer: CustomerId
    owner: StaffId


@dataclass(frozen=True, slots=True)
class IncidentReported:
    """``means`` and ``behaviours`` are codes of the policy file; times are aware. No behaviours: it
    was a breach of what was in force, and nothing else.

    ``extreme``: an immediate threat to safety and welfare (Extreme behaviour); ``alerted``: who is
    told of it at once, beside the Customer Focus team.
    """

    corresponding: StaffId
    means: str
    occurred_at: datetime
    behaviours: frozenset[str]
    topic: str
    narrative: str
    extreme: bool = False
    alerted: tuple[StaffId, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactLogged:
    """The customer made contact while a measure was in force (or a case open).

    ``statutory``: it is about a right that no measure touches, e.g. an information request.
    ``person``: another customer, whom something in this case binds too (Scope); ``None``: whose
    case it is.
    """

    means: str
    occurred_at: datetime
    topic: str
    note: str
    statutory: bool = False
    person: CustomerId | None = None


class Relation(StrEnum):
    """How a contact stands to the topic from which we disengaged (stage 6)."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Response(StrEnum):
    """What is done about a contact from someone we disengaged from (stage 6).

    ``ANSWERED_ON_TOPIC``: under a complete disengagement, on its wholly different topic alone.
    """

    NOT_RE_ENGAGED = "not-re-engaged"
    NOTICE_REISSUED = "notice-reissued"
    ANSWERED = "answered"
    MANAGER_ASKED = "manager-asked"
    ANSWERED_ON_TOPIC = "answered-on-topic"


@dataclass(frozen=True, slots=True)
class ContactAssessed:
    """A later assessment of the same contact stands in the place of an earlier one.

    ``asked``: the manager who was asked, when one was; ``in_place_of``: who is away, where that is
    a deputy. ``reasons``: see ``AssessContact``.
    """

    contact: EntryNo
    relation: Relation
    response: Response
    asked: StaffId | None = None
    reasons: str = ""
    in_place_of: StaffId | None = None


@dataclass(frozen=True, slots=True)
class QuestionPassedOn:
    """An absence began or ended: whoever takes the place of the manager now is asked what is done
    about a contact (Responsibilities).

    ``in_place_of``: who is away; nobody, where ``asked`` is back. ``went_up``: nobody who may take
    that place was there in time, so the next above is asked.
    """

    contact: EntryNo
    asked: StaffId
    in_place_of: StaffId | None = None
    went_up: bool = False


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """``entry`` stays as it was written; ``correction`` stands beside it from now on."""

    entry: EntryNo
    correction: str
