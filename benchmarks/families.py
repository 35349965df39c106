"""Made-up British households: twins, fathers and sons, couples, and people with swapped names.

Half of each household are customers; the others make contact too and must not be taken for them.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from benchmarks.crowd import FIRST, SURNAMES, address, mistyped
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought

HOUSEHOLDS: Final = 2_000
_TWINS: Final = (
    ("Mark", "Mary"), ("Paul", "Paula"), ("Joan", "John"), ("Oliver", "Olivia"), ("Jane", "Janet"),
    ("Martin", "Maria"), ("Lynn", "Liam"), ("Harry", "Harriet"), ("Jean", "Jason"),
)  # fmt: skip

Pair = tuple[Sought, CustomerId | None]


def families(chance: random.Random) -> tuple[list[Customer], list[Pair]]:
    """Customers, and who makes contact: with the customer it is, or ``None``."""
    customers: list[Customer] = []
    contacts: list[Pair] = []
    for number in range(HOUSEHOLDS):
        one, other = _two(number, chance)
        surname, home = chance.choice(SURNAMES), address(chance)
        name = f"{one} {surname}"
        customer = Customer(
            CustomerId(f"h{number}"),
            f"CUS-H{number:05}",
            f"{name} Sr" if number % 4 == 1 else name,
            (f"{one}.{surname}{number}@example.org".lower(),),
            (f"+44 7700 {900000 + number}",),
            address=home,
        )
        customers.append(customer)
        contacts += [(sought, customer.id) for sought in _of_customer(customer, name, chance)]
        son = " Jr" if number % 4 == 1 else ""
        contacts.append((Sought((f"{other} {surname}{son}",), addresses=(home,)), None))
    return customers, contacts


def _two(number: int, chance: random.Random) -> tuple[str, str]:
    """The customer's first name, and another's in the household: of a father, his son's."""
    if number % 4 == 0:
        return chance.choice(_TWINS)
    one, other = chance.sample(FIRST, 2)
    if number % 4 == 1:
        return one, one
    return one, other


def _of_customer(customer: Customer, name: str, chance: random.Random) -> Iterator[Sought]:
    """A slip in the surname; both names swapped; an initial; a mailbox alone."""
    at_home = Sought((name,), addresses=(customer.address,))
    first, surname = name.split()
    yield replace(at_home, names=(mistyped(name, chance),))
    yield replace(at_home, names=(f"{surname} {first}",))
    yield replace(at_home, names=(f"{first[0]} {surname}",))
    yield Sought(emails=(customer.emails[0].upper(),))
