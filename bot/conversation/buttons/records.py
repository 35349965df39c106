"""The records of a customer: how we know them, and what was said of them."""

from enum import StrEnum
from typing import Final

from bot.views.card import Button, Confirm
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId


class Action(StrEnum):
    """What a press does; ``tables.records`` says how."""

    KNOWN_BY = "known-by"
    SAID_BEFORE = "said-before"
    TAKE_BACK = "take-back"


_SURE: Final = Confirm(
    title="Was it them after all?",
    text="Whoever makes contact with these details may be the customer again: people are asked, "
    "and colleagues are alerted. Your name and the time are recorded.",
    yes="Take it back",
)


def known_by(customer: Customer) -> Button:
    return Button(Action.KNOWN_BY, "How we know them", customer.id)


def said_before(customer: Customer, shown: int) -> Button:
    """What was said of the records of this person, but for the latest that was shown."""
    return Button(Action.SAID_BEFORE, "Show more", f"{customer.id}/{shown}")


def take_back(customer: CustomerId, no: int) -> Button:
    """``no``: of the words told apart, in the stream of this record."""
    return Button(Action.TAKE_BACK, "Take it back", f"{customer}/{no}", confirm=_SURE)
