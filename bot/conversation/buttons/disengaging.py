"""Stages 5 to 7: disengaging, contact assessed, agents and their clients, Legal's advice."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.conversation.buttons.pointed import pointed
from bot.conversation.pointer import Pointer
from bot.views.card import Button, Style
from core.case.events import Relation, Response
from core.case.state import Case, Contact
from core.vocabulary.customer import Customer
from core.vocabulary.ids import EntryNo


class Action(StrEnum):
    """What a press does; ``tables.disengaging`` says how."""

    DISENGAGE = "disengage"
    REVIEW_DISENGAGEMENT = "review-disengagement"
    ASSESS = "assess"
    CHOOSE = "choose"
    TOPICS = "topics"
    EXTEND = "extend"
    CLIENT_TOLD = "client-told"
    COMPLAIN = "complain"
    ASK_LEGAL = "ask-legal"
    GIVE_ADVICE = "give-advice"
    CUSTOMER = "customer"


RESPONSES: Final[Mapping[Response, str]] = {
    Response.NOT_RE_ENGAGED: "Do not re-engage",
    Response.NOTICE_REISSUED: "Reissue the notice",
    Response.ANSWERED: "Answer normally",
    Response.MANAGER_ASKED: "Ask my manager",
    Response.ANSWERED_ON_TOPIC: "Answer on that topic",
}


def disengage(case: Case) -> Button:
    return pointed(Action.DISENGAGE, "Propose to disengage", case, style=Style.PRIMARY)


def review(case: Case, disengagement: EntryNo) -> Button:
    return pointed(Action.REVIEW_DISENGAGEMENT, "Review", case, disengagement, Style.PRIMARY)


def assess(case: Case, contact: Contact, relation: Relation, response: Response) -> Button:
    """The value tells what was seen, so that nobody overrides what they have not read."""
    value = f"{Pointer(case.id, contact.no)}|{relation}|{response}|{standing(contact)}"
    style = Style.PRIMARY if response is Response.ANSWERED else Style.PLAIN
    return Button(Action.ASSESS, RESPONSES[response], value, style)


def standing(contact: Contact) -> str:
    """Names the choice that stands, "" while nobody has chosen."""
    return contact.assessed_at.isoformat() if contact.assessed_at else ""


def choose(case: Case, contact: Contact) -> Button:
    """Shows the question, and whatever was chosen before, privately."""
    if contact.response is None:
        return say_what_is_done(case, contact.no)
    return pointed(Action.CHOOSE, "Choose again", case, contact.no)


def say_what_is_done(case: Case, contact: EntryNo) -> Button:
    return pointed(Action.CHOOSE, "Say what is done", case, contact)


def topics(case: Case, contact: EntryNo) -> Button:
    """Shows them privately, to those who may know."""
    return pointed(Action.TOPICS, "Show the topics", case, contact)


def extend(case: Case) -> Button:
    return pointed(Action.EXTEND, "Bind another person", case)


def client_told(case: Case) -> Button:
    return pointed(Action.CLIENT_TOLD, "The client was told", case)


def complain(case: Case) -> Button:
    return pointed(Action.COMPLAIN, "Record a complaint", case)


def ask_legal(case: Case) -> Button:
    return pointed(Action.ASK_LEGAL, "Ask Legal", case)


def give_advice(case: Case, request: EntryNo) -> Button:
    return pointed(Action.GIVE_ADVICE, "Give advice", case, request, Style.PRIMARY)


def customer(known: Customer) -> Button:
    return Button(Action.CUSTOMER, "Particulars", known.id)
