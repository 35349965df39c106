"""The bot brought to mind what somebody still has to do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.vocabulary.ids import EntryNo


class DutyKind(StrEnum):
    LOOK_AGAIN = "look-again"
    TELL_CUSTOMER = "tell-customer"
    REVIEW_SANCTION = "review-sanction"
    REVIEW_DISENGAGEMENT = "review-disengagement"
    DECIDE_PROPOSAL = "decide-proposal"
    DECIDE_APPEAL = "decide-appeal"
    ASSESS_CONTACT = "assess-contact"


@dataclass(frozen=True, slots=True)
class Reminded:
    """``about``: what the duty is about; ``due_on``: when it is due.

    ``step``: the reminder's code in the policy file; ``step_on``: the day the step was due.
    """

    duty: DutyKind
    about: EntryNo
    due_on: date
    step: str
    step_on: date
