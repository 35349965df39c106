"""The ways in which one person's particulars are written by others."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from benchmarks.crowd import SURNAMES, mistyped
from benchmarks.lookups import Lookup, of
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought

SHORT: Final = {
    "Andrew": "Andy", "Anthony": "Tony", "Benjamin": "Ben", "Catherine": "Kate", "Charles": "Chas",
    "Christopher": "Chris", "Daniel": "Dan", "David": "Dave", "Deborah": "Debs", "Dorothy": "Dot",
    "Edward": "Ted", "Elizabeth": "Betty", "Francis": "Frank", "Henry": "Harry", "James": "Jim",
    "Jennifer": "Jenny", "Jessica": "Jess", "John": "Jack", "Joseph": "Joe", "Joshua": "Josh",
    "Kenneth": "Ken", "Leonard": "Len", "Margaret": "Peggy", "Matthew": "Matt", "Michael": "Mick",
    "Mohammed": "Muhammad", "Nicholas": "Nick", "Patricia": "Trish", "Peter": "Pete",
    "Philip": "Phil", "Rebecca": "Becky", "Richard": "Dick", "Robert": "Bob", "Ronald": "Ron",
    "Samuel": "Sam", "Stephen": "Steve", "Susan": "Sue", "Thomas": "Tommy", "Timothy": "Tim",
    "Victoria": "Vicky", "William": "Bill",
}  # fmt: skip
_LIKE_DIGITS: Final = str.maketrans("01", "OI")


def writings(one: Customer, chance: random.Random) -> Iterator[Lookup]:
    """Of a customer with a name of two words, an address, one mailbox and one number."""
    first, surname, *after = one.name.split()
    suffix = f" {after[0]}" if after else ""
    at_home = Sought((one.name,), addresses=(one.address,))
    names = (
        mistyped(f"{first} {surname}", chance) + suffix,
        f"{surname} {first}{suffix}",
        f"{surname.upper()}, {first.upper()}{suffix}",
        f"{first[0]} {surname}{suffix}",
        f"Dr {first} {surname}{suffix} MBE",
        f"{SHORT.get(first, first)} {surname}{suffix}",
        f"{first} {surname}-{chance.choice(SURNAMES)}{suffix}",
    )
    for name in names:
        yield of(one.id, replace(at_home, names=(name,)))
    street, town, code = one.address.split(", ")
    yield of(one.id, replace(at_home, addresses=(), postcodes=(code.replace(" ", "").lower(),)))
    area, inward = code.split()
    confused = area[:-1] + area[-1].translate(_LIKE_DIGITS) + inward
    yield of(one.id, replace(at_home, addresses=(f"{street.lower()} {confused}",)))
    yield of(one.id, replace(at_home, addresses=(f"{mistyped(street, chance)}, {town}",)))
    yield of(one.id, Sought(emails=(one.emails[0].upper(),)))
    yield of(one.id, Sought(phones=("0" + one.phones[0][4:].replace(" ", "-"),)))
