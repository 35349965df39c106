"""What colleagues type after ``/ucb check``: of every kind, each time about somebody else."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from benchmarks.crowd import COMMON, FIRST, mistyped
from core.vocabulary.customer import Customer

Question = tuple[str, str]
"""What is typed, and some words of the right answer."""

SOMEBODY: Final = "CUS-"
"""Customers are named with their references, found exactly or by likeness."""

_Asked = Callable[[Customer, random.Random], Question]


def _postcode(customer: Customer) -> str:
    return customer.address.rpartition(", ")[2]


def _common(_: Customer, chance: random.Random) -> Question:
    """Somebody of these names is found wherever there are many customers."""
    return f"{chance.choice(FIRST)} {chance.choice(COMMON[:5])}", ""


def _unknown(_: Customer, chance: random.Random) -> Question:
    return f"Zebulon Quixotic{chance.randrange(1000)}, ZZ9 9ZZ", "Nobody found"


QUESTIONS: Final[Mapping[str, _Asked]] = {
    "by reference": lambda who, _: (who.reference, who.reference),
    "by mail address": lambda who, _: (who.emails[0], who.reference),
    "by telephone number": lambda who, _: ((*who.phones, who.emails[0])[0], SOMEBODY),
    "by name and postcode": lambda who, _: (f"{who.name}, {_postcode(who)}", who.reference),
    "a slip in the name, and address": lambda who, chance: (
        f"{mistyped(who.name, chance)}, {who.address}",
        SOMEBODY,
    ),
    "by name alone": lambda who, _: (who.name, SOMEBODY),
    "by a very common name": _common,
    "somebody unknown": _unknown,
}


def asked(what: str, crowd: Sequence[Customer], chance: random.Random) -> Question:
    return QUESTIONS[what](chance.choice(crowd), chance)
