"""Made-up British households: twins, fathers and sons, couples, and people with swapped names.

One of each household is a customer, or both are; whoever is not makes contact too and must not be
taken for the other. Some have given names that no table of common names has.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from benchmarks.crowd import FIRST, SURNAMES, address, british
from benchmarks.lookups import Lookup, of
from benchmarks.writings import writings
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought

TUNED_ON: Final = 7
"""The seed of the households to which the weights were fitted; the figures are of others."""

HELD_OUT: Final = 1918
HOUSEHOLDS: Final = 1_100
BACKGROUND: Final = 10_000
"""Other customers, who have nothing to do with those who make contact."""

_TWINS: Final = (
    ("Mark", "Mary"), ("Paul", "Paula"), ("Joan", "John"), ("Oliver", "Olivia"), ("Jane", "Janet"),
    ("Martin", "Maria"), ("Lynn", "Liam"), ("Harry", "Harriet"), ("Jean", "Jason"),
)  # fmt: skip
_UNCOMMON: Final = (
    "Ngozi", "Thandiwe", "Bogumila", "Tudwal", "Zebedee", "Ottoline", "Kwabena", "Nguyet",
    "Eluned", "Caoimhe", "Ilkka", "Wanjiru", "Peregrine", "Xiuying", "Dimakatso", "Tuula",
)  # fmt: skip

_FOREIGN: Final = (
    ("Łukasz Wróbelmade", "Lukasz Wrobelmade"), ("Дмитрий Образцов", "Dmitriy Obraztsov"),
    ("Siân Ó Dúnmade", "Sian ODunmade"), ("Zoë Beispiel-Müller", "Zoe Beispiel Muller"),
    ("Γιώργος Δείγμας", "Giorgos Deigmas"), ("Nuño Muñozmade", "Nuno Munozmade"),
)  # fmt: skip


def families(chance: random.Random) -> tuple[list[Customer], list[Lookup]]:
    """Customers, and who makes contact."""
    customers = list(british(BACKGROUND))
    contacts: list[Lookup] = []
    for number in range(HOUSEHOLDS):
        home = _Home(number, chance)
        known, lookups = _KINDS[number % len(_KINDS)](home)
        customers += known
        contacts += lookups
    return customers, contacts


class _Home:
    def __init__(self, number: int, chance: random.Random) -> None:
        self.number, self.chance = number, chance
        self.surname, self.address = chance.choice(SURNAMES), address(chance)

    def first_names(self) -> list[str]:
        """Of two people; one in ten households has names that few have."""
        return self.chance.sample(_UNCOMMON if self.chance.random() < 0.1 else FIRST, 2)

    def person(self, name: str, which: int = 0) -> Customer:
        number = 2 * self.number + which
        mailbox = name.casefold().replace(" ", ".")
        return Customer(
            CustomerId(f"h{number}"),
            f"CUS-H{number:05}",
            name,
            (f"{mailbox}{number}@example.org",),
            (f"+44 7700 {910000 + number * 7919 % 90000}",),
            address=self.address,
        )


Household = tuple[list[Customer], list[Lookup]]


def _everything(one: Customer) -> Sought:
    return Sought((one.name,), one.emails, one.phones, (), (one.address,))


def _single(home: _Home) -> Household:
    one = home.person(f"{home.first_names()[0]} {home.surname}")
    return [one], list(writings(one, home.chance))


def _two(home: _Home, names: tuple[str, str]) -> Household:
    """One is a customer; the other makes contact too: from home, and with what is their own."""
    one, other = home.person(names[0]), home.person(names[1], 1)
    at_home = Sought((other.name,), addresses=(home.address,))
    lookups = [*writings(one, home.chance), Lookup(at_home), Lookup(_everything(other))]
    return [one], lookups


def _twins(home: _Home) -> Household:
    one, other = home.chance.choice(_TWINS)
    return _two(home, (f"{one} {home.surname}", f"{other} {home.surname}"))


def _couple(home: _Home) -> Household:
    one, other = home.first_names()
    return _two(home, (f"{one} {home.surname}", f"{other} {home.surname}"))


def _unmarried(home: _Home) -> Household:
    one, other = home.first_names()
    return _two(home, (f"{one} {home.surname}", f"{other} {home.chance.choice(SURNAMES)}"))


def _senior(home: _Home) -> Household:
    name = f"{home.first_names()[0]} {home.surname}"
    return _two(home, (f"{name} Sr", f"{name} Jr"))


def _son(home: _Home) -> Household:
    """Who has his father's name, but a telephone number and a mailbox of his own."""
    father = home.person(f"{home.first_names()[0]} {home.surname}")
    son = home.person(father.name, 1)
    return [father], [*writings(father, home.chance), Lookup(_everything(son))]


def _both(home: _Home) -> Household:
    """Father and son are customers: his mailbox tells who it is; name and address do not."""
    father = home.person(f"{home.first_names()[0]} {home.surname}")
    son = home.person(father.name, 1)
    alike = Lookup(Sought((son.name,), addresses=(home.address,)), frozenset({father.id, son.id}))
    return [father, son], [
        of(son.id, replace(_everything(son), phones=())),
        of(father.id, replace(_everything(father), emails=())),
        alike,
    ]


def _foreign(home: _Home) -> Household:
    """Written with the letters of another alphabet, looked up with ours."""
    name, plain = home.chance.choice(_FOREIGN)
    one = home.person(name)
    one = replace(one, emails=(f"foreign{home.number}@example.org",))
    return [one], [of(one.id, Sought((plain,), addresses=(one.address,)))]


def _moved(home: _Home) -> Household:
    """Known by a former name and a former address too."""
    first = home.first_names()[0]
    one = home.person(f"{first} {home.surname}")
    once = f"{first} {home.chance.choice(SURNAMES)}"
    known = replace(one, other_names=(once,), other_addresses=(address(home.chance),))
    there = Sought((one.name,), addresses=known.other_addresses)
    return [known], [of(one.id, replace(there, names=(name,))) for name in (one.name, once)]


def _firm(home: _Home) -> Household:
    """And somebody else of the same organisation, whose legal form is written another way."""
    (one, other), firm = home.first_names(), f"{home.chance.choice(SURNAMES)} Growers"
    known = replace(home.person(f"{one} {home.surname}"), organisation=f"{firm} Limited")
    at_work = Sought((known.name,), organisations=(f"The {firm} Ltd",))
    stranger = f"{other} {home.chance.choice(SURNAMES)}"
    return [known], [of(known.id, at_work), Lookup(replace(at_work, names=(stranger,)))]


_KINDS: Final[tuple[Callable[[_Home], Household], ...]] = (
    _twins, _couple, _single, _senior, _unmarried, _son, _single, _both,
    _foreign, _moved, _firm,
)  # fmt: skip
