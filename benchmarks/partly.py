"""Contacts of whom little is told, so that nobody can be sure: for the reliability of scores.

Half are customers. The others are strangers, relatives at the address of a customer, and namesakes.
"""

import random
from dataclasses import replace
from typing import Final

from benchmarks.crowd import FIRST, SURNAMES, address, british, mistyped
from benchmarks.lookups import Lookup, of
from benchmarks.writings import SHORT
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought

CUSTOMERS: Final = 10_000
CONTACTS: Final = 12_000


def partly(chance: random.Random) -> tuple[list[Customer], list[Lookup]]:
    customers = [_with_another_life(one, chance) for one in british(CUSTOMERS)]
    return customers, [_contact(chance.choice(customers), chance) for _ in range(CONTACTS)]


def _with_another_life(one: Customer, chance: random.Random) -> Customer:
    """Some of what the register knows is out of date."""
    first, surname = one.name.split()
    if chance.random() < 0.08:
        surname = chance.choice(SURNAMES)
    return replace(one, name=f"{first} {surname}")


def _contact(one: Customer, chance: random.Random) -> Lookup:
    kind = chance.random()
    if kind < 0.5:
        home = address(chance) if chance.random() < 0.15 else one.address
        return of(one.id, _told(one.name, home, chance))
    first, surname = one.name.split()
    if kind < 0.65:  # a relative, or somebody else in the house
        surname = surname if chance.random() < 0.7 else chance.choice(SURNAMES)
        others = [each for each in FIRST if each != first]
        return Lookup(_told(f"{chance.choice(others)} {surname}", one.address, chance))
    if kind < 0.75:  # a namesake
        return Lookup(_told(one.name, address(chance), chance))
    if kind < 0.85:  # a neighbour
        street, town, code = one.address.split(", ")
        number = chance.randint(1, 200)
        home = f"{number} {street.split(' ', 1)[1]}, {town}, {code}"
        return Lookup(_told(f"{chance.choice(FIRST)} {chance.choice(SURNAMES)}", home, chance))
    return Lookup(
        _told(f"{chance.choice(FIRST)} {chance.choice(SURNAMES)}", address(chance), chance)
    )


def _told(name: str, home: str, chance: random.Random) -> Sought:
    first, surname = name.split()
    said = chance.choice(
        (
            name,
            name,
            mistyped(name, chance),
            f"{mistyped(f'x {first}', chance)[2:]} {surname}",
            f"{first[0]} {surname}",
            f"{SHORT.get(first, first)} {surname}",
            surname,
            f"{surname} {first}",
        )
    )
    return replace(_where(home, chance), names=(said,))


def _where(home: str, chance: random.Random) -> Sought:
    street, town, code = home.split(", ")
    part = chance.randrange(8)
    slip = code[:-1] + chance.choice("ABDEFGH")
    return (
        Sought(),
        Sought(postcodes=(code,)),
        Sought(postcodes=(slip,)),
        Sought(addresses=(town,)),
        Sought(addresses=(f"{street.split(' ', 1)[1]}, {town}",)),
        Sought(addresses=(f"{mistyped(street, chance)}, {town}",)),
        Sought(addresses=(f"{street}, {slip}",)),
        Sought(addresses=(home,)),
    )[part]
