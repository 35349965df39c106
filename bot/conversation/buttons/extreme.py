"""Extreme behaviour, appeals, deputies and the Customer Sanctions Log."""

from datetime import date
from enum import StrEnum

from bot.conversation.buttons.pointed import VALUE_LIMIT, pointed
from bot.views.card import Button, Style
from core.case.state import Case
from core.services.log_entry import LogLine
from core.vocabulary.ids import EntryNo, StaffId


class Action(StrEnum):
    """What a press does; ``tables.extreme`` says how."""

    EXTREME = "extreme"
    DECIDE_AT_ONCE = "decide-at-once"
    REFERRAL = "referral"
    APPEAL = "appeal"
    DECIDE_APPEAL = "decide-appeal"
    AWAY = "away"
    HERE_AFTER_ALL = "here-after-all"
    LOG = "log"
    LOOK = "look"


def report_extreme() -> Button:
    return Button(Action.EXTREME, "Report extreme behaviour", style=Style.DANGER)


def decide_at_once(case: Case) -> Button:
    """Whatever has been proposed on grounds of extreme behaviour by the time it is pressed."""
    return pointed(Action.DECIDE_AT_ONCE, "Read and decide", case, style=Style.PRIMARY)


def referral(case: Case, proposal: EntryNo) -> Button:
    return pointed(Action.REFERRAL, "Record Legal or Police", case, proposal)


def appeal(case: Case) -> Button:
    return pointed(Action.APPEAL, "The customer appeals", case)


def decide_appeal(case: Case, no: EntryNo) -> Button:
    return pointed(Action.DECIDE_APPEAL, "Decide the appeal", case, no, Style.PRIMARY)


def away() -> Button:
    return Button(Action.AWAY, "Say who is away", style=Style.PRIMARY)


def here_after_all(staff: StaffId, first: date) -> Button:
    return Button(Action.HERE_AFTER_ALL, "Here after all", f"{first.isoformat()}/{staff}")


def look(line: LogLine) -> Button:
    return Button(Action.LOOK, "Look", line.case)


def log_from(words: str, after: str) -> Button:
    """The next page: ``words`` say which entries, ``after`` is the last reference before it."""
    return Button(Action.LOG, "Next page", f"{after}/{words}"[:VALUE_LIMIT])
