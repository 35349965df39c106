"""Stages 1 to 4: reporting, warning, sanctions, their reviews, and the decisions about them."""

from enum import StrEnum

from bot.conversation.buttons.pointed import VALUE_LIMIT, pointed
from bot.conversation.pointer import Pointer
from bot.views.card import Button, Confirm, Style
from core.case.extreme import on_extreme_grounds
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo


class Action(StrEnum):
    """What a press does; ``tables.stages`` says how."""

    RUN = "run"
    REPORT = "report"
    WARN = "warn"
    PROPOSE = "propose"
    CONTACT = "contact"
    REVIEW = "review"
    CASE = "case"
    TIMELINE = "timeline"
    CORRECT = "correct"
    ADD_EVIDENCE = "add-evidence"
    SHOW = "show-proposal"
    NOTICE = "see-notice"
    APPROVE = "approve"
    REJECT = "reject"
    ASK = "ask"
    ANSWER = "answer"
    WITHDRAW = "withdraw"
    WARNING_GIVEN = "warning-given"
    LOOK_AGAIN = "look-again"
    CUSTOMER_TOLD = "customer-told"
    ANOTHER = "another-person"


def run(text: str, label: str) -> Button:
    """Runs a command as if it had been typed. Only ever shown to the person who typed it."""
    return Button(Action.RUN, label, text[:VALUE_LIMIT], Style.PRIMARY)


def report(customer: Customer | None = None) -> Button:
    return Button(Action.REPORT, "Report incident", customer.id if customer else "")


def another_person(customer: Customer, text: str) -> tuple[Button, ...]:
    """Whoever made contact as ``text`` is not this customer. None where the text is too long."""
    value = f"{customer.id}/{text}"
    if len(value) > VALUE_LIMIT:
        return ()
    return (Button(Action.ANOTHER, "This is another person", value),)


def warn(case: Case) -> Button:
    return pointed(Action.WARN, "Propose a warning", case, style=Style.PRIMARY)


def propose(case: Case) -> Button:
    return pointed(Action.PROPOSE, "Propose sanctions", case, style=Style.PRIMARY)


def contact(case: Case, person: CustomerId | None = None) -> Button:
    """``person``: who made contact, where the case is another's that binds them too."""
    whose = f"{Pointer(case.id)}|{person}" if person else str(Pointer(case.id))
    return Button(Action.CONTACT, "Log contact", whose)


def case_page(case: Case) -> Button:
    return pointed(Action.CASE, "Open case", case)


def timeline(case: Case) -> Button:
    return pointed(Action.TIMELINE, "Timeline", case)


def earlier(case: Case, before: EntryNo) -> Button:
    return pointed(Action.TIMELINE, "Earlier entries", case, before)


def correct(case: Case, entry: EntryNo) -> Button:
    return pointed(Action.CORRECT, "Correct", case, entry)


def add_evidence(case: Case, incident: EntryNo) -> Button:
    return pointed(Action.ADD_EVIDENCE, "Add as evidence", case, incident)


def review(case: Case, sanction: EntryNo) -> Button:
    return pointed(Action.REVIEW, "Review", case, sanction, Style.PRIMARY)


def show(case: Case, proposal: EntryNo) -> Button:
    return pointed(Action.SHOW, "Read and decide", case, proposal, Style.PRIMARY)


def answer(case: Case, proposal: EntryNo) -> Button:
    return pointed(Action.ANSWER, "Answer", case, proposal, Style.PRIMARY)


def withdraw(case: Case, proposal: EntryNo) -> Button:
    return pointed(Action.WITHDRAW, "Withdraw", case, proposal)


def warning_given(case: Case, proposal: EntryNo) -> Button:
    """Of a warning the customer is told by being warned."""
    label = "I have told the customer"
    return pointed(Action.WARNING_GIVEN, label, case, proposal, Style.PRIMARY)


def looked_again(case: Case, warning: EntryNo) -> Button:
    """``warning``: the proposal's number."""
    return pointed(Action.LOOK_AGAIN, "Say how it went", case, warning, Style.PRIMARY)


def customer_told(case: Case, decision: EntryNo) -> Button:
    """``decision``: a proposal's or an appeal's number."""
    return pointed(Action.CUSTOMER_TOLD, "The customer was told", case, decision, Style.PRIMARY)


def decide(case: Case, proposal: EntryNo) -> tuple[Button, ...]:
    """What an approver may do."""
    value = str(Pointer(case.id, proposal))
    return (
        _approve(case, proposal, value),
        Button(Action.REJECT, "Reject", value, Style.DANGER),
        Button(Action.ASK, "Ask for more information", value),
    )


def _approve(case: Case, proposal: EntryNo, value: str) -> Button:
    """On grounds of extreme behaviour a form asks more, and stands for the confirmation."""
    if on_extreme_grounds(case.proposals[proposal].matter):
        return Button(Action.APPROVE, "Approve at once", value, Style.PRIMARY)
    sure = Confirm(
        title="Approve this proposal?",
        text="You agree that it is proportionate and fair. Your name and the time are recorded.",
        yes="Approve",
    )
    return Button(Action.APPROVE, "Approve", value, Style.PRIMARY, sure)
