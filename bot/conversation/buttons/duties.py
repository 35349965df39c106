"""The button with which a duty is done, in reminders, on a case's page and in lists."""

from bot.conversation.buttons import disengaging, extreme
from bot.conversation.buttons.stages import (
    customer_told,
    looked_again,
    review,
    show,
    warning_given,
)
from bot.views.card import Button
from core.case.events import DutyKind
from core.case.proposals import WarningMatter
from core.case.state import Case
from core.vocabulary.ids import EntryNo


def duty_button(case: Case, kind: DutyKind, about: EntryNo) -> Button:
    match kind:
        case DutyKind.LOOK_AGAIN:
            return looked_again(case, about)
        case DutyKind.TELL_CUSTOMER:
            return _tell(case, about)
        case DutyKind.REVIEW_SANCTION:
            return review(case, about)
        case DutyKind.DECIDE_PROPOSAL:
            return show(case, about)
        case DutyKind.REVIEW_DISENGAGEMENT:
            return disengaging.review(case, about)
        case DutyKind.DECIDE_APPEAL:
            return extreme.decide_appeal(case, about)
        case DutyKind.ASSESS_CONTACT:
            return disengaging.say_what_is_done(case, about)


def _tell(case: Case, decision: EntryNo) -> Button:
    proposal = case.proposals.get(decision)
    is_warning = proposal is not None and isinstance(proposal.matter, WarningMatter)
    return warning_given(case, decision) if is_warning else customer_told(case, decision)
