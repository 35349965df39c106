"""Every button there is: what it is called, what it says and what it points at."""

from enum import StrEnum

from bot.conversation.pointer import Pointer
from bot.views.card import Button, Confirm, Style
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.ids import EntryNo


class Action(StrEnum):
    """What a press does; ``presses`` says how."""

    RUN = "run"
    REPORT = "report"
    WARN = "warn"
    PROPOSE = "propose"
    CONTACT = "contact"
    REVIEW = "review"
    TIMELINE = "timeline"
    CORRECT = "correct"
    SHOW = "show-proposal"
    NOTICE = "see-notice"
    APPROVE = "approve"
    REJECT = "reject"
    ASK = "ask"
    ANSWER = "answer"
    WITHDRAW = "withdraw"
    WARNING_GIVEN = "warning-given"


VALUE_LIMIT = 255


def run(text: str, label: str) -> Button:
    """Runs a command as if it had been typed. Only ever shown to the person who typed it."""
    return Button(Action.RUN, label, text[:VALUE_LIMIT], Style.PRIMARY)


def report(customer: Customer | None = None) -> Button:
    return Button(Action.REPORT, "Report incident", customer.id if customer else "")


def warn(case: Case) -> Button:
    return Button(Action.WARN, "Propose a warning", case.id, Style.PRIMARY)


def propose(case: Case) -> Button:
    return Button(Action.PROPOSE, "Propose sanctions", case.id, Style.PRIMARY)


def contact(case: Case) -> Button:
    return Button(Action.CONTACT, "Log contact", case.id)


def timeline(case: Case) -> Button:
    return Button(Action.TIMELINE, "Timeline", case.id)


def earlier(case: Case, before: EntryNo) -> Button:
    return Button(Action.TIMELINE, "Earlier entries", str(Pointer(case.id, before)))


def correct(case: Case, entry: EntryNo) -> Button:
    return Button(Action.CORRECT, "Correct", str(Pointer(case.id, entry)))


def review(case: Case, sanction: EntryNo) -> Button:
    return Button(Action.REVIEW, "Review", str(Pointer(case.id, sanction)), Style.PRIMARY)


def show(case: Case, proposal: EntryNo) -> Button:
    return Button(Action.SHOW, "Read and decide", str(Pointer(case.id, proposal)), Style.PRIMARY)


def answer(case: Case, proposal: EntryNo) -> Button:
    return Button(Action.ANSWER, "Answer", str(Pointer(case.id, proposal)), Style.PRIMARY)


def withdraw(case: Case, proposal: EntryNo) -> Button:
    return Button(Action.WITHDRAW, "Withdraw", str(Pointer(case.id, proposal)))


def warning_given(case: Case, proposal: EntryNo) -> Button:
    value = str(Pointer(case.id, proposal))
    return Button(Action.WARNING_GIVEN, "I have told the customer", value, Style.PRIMARY)


def decide(case: Case, proposal: EntryNo) -> tuple[Button, ...]:
    """What an approver may do."""
    value = str(Pointer(case.id, proposal))
    sure = Confirm(
        title="Approve this proposal?",
        text="You agree that it is proportionate and fair. Your name and the time are recorded.",
        yes="Approve",
    )
    return (
        Button(Action.APPROVE, "Approve", value, Style.PRIMARY, sure),
        Button(Action.REJECT, "Reject", value, Style.DANGER),
        Button(Action.ASK, "Ask for more information", value),
    )
