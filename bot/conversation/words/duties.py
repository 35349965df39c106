"""What somebody still has to do, in words. Nothing of it is personal."""

from collections.abc import Mapping
from typing import Final

from core.case.events import DutyKind

_TEXTS: Final[Mapping[DutyKind, str]] = {
    DutyKind.LOOK_AGAIN: "say how contact went after the warning",
    DutyKind.TELL_CUSTOMER: "tell the customer of a decision",
    DutyKind.REVIEW_SANCTION: "review a sanction",
    DutyKind.REVIEW_DISENGAGEMENT: "review a disengagement",
    DutyKind.DECIDE_PROPOSAL: "decide a proposal",
    DutyKind.DECIDE_APPEAL: "answer an appeal",
    DutyKind.ASSESS_CONTACT: "say what is done about a contact",
}

_NOUNS: Final[Mapping[DutyKind, str]] = {
    DutyKind.LOOK_AGAIN: "looking again after a warning",
    DutyKind.TELL_CUSTOMER: "telling the customer of a decision",
    DutyKind.REVIEW_SANCTION: "the review of a sanction",
    DutyKind.REVIEW_DISENGAGEMENT: "the review of a disengagement",
    DutyKind.DECIDE_PROPOSAL: "the decision about a proposal",
    DutyKind.DECIDE_APPEAL: "the answer to an appeal",
    DutyKind.ASSESS_CONTACT: "the decision about a contact",
}


def duty_text(kind: DutyKind) -> str:
    """``review a sanction``."""
    return _TEXTS[kind]


def duty_noun(kind: DutyKind) -> str:
    """``the review of a sanction``, as in: it is due today."""
    return _NOUNS[kind]
