"""The keys by which a customer becomes a candidate, and how much sharing one of them tells.

Made so that two or three slips still leave a key in common, and that few customers share one.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from adapters.screening.descriptions import Description
from adapters.screening.folding import sound
from adapters.screening.nicknames import root_of
from adapters.screening.person_name import PersonName
from adapters.screening.places import Place
from core.vocabulary.customer import Customer

MOST_SOUGHT: Final = 400
"""Keys looked up for one description: what people write has a tenth of that."""
_IDENTIFIER: Final = 12
_STRONG: Final = 4
_MIDDLING: Final = 2
_WEAK: Final = 1
_MOST_NAMES: Final = 3
_MOST_STREETS: Final = 3

Key = tuple[str, int]


class ScreeningKeys:
    """``core.services.ports.candidates.KeyMaker``."""

    version: Final = "5"

    def keys_of(self, customer: Customer) -> frozenset[str]:
        return frozenset(key for key, _ in _keys(Description.of_customer(customer)))


def keys_sought(who: Description) -> dict[str, int]:
    """With the weight of each; of very many those that tell most."""
    keys = dict(_keys(who))
    if len(keys) <= MOST_SOUGHT:
        return keys
    return dict(sorted(keys.items(), key=lambda pair: -pair[1])[:MOST_SOUGHT])


def _keys(who: Description) -> Iterator[Key]:
    yield from _identifiers(who)
    names = [word for name in who.names for word in name.words][:_MOST_NAMES]
    for name in who.names:
        yield from _of_name(name)
    for place in who.places:
        yield from _of_place(place, names)
    for organisation in who.organisations:
        yield f"org {' '.join(sorted(organisation))}", _MIDDLING


def _identifiers(who: Description) -> Iterator[Key]:
    for email in who.emails:
        yield f"mail {email}", _IDENTIFIER
        yield f"mailbox {email.partition('@')[0]}", _MIDDLING
    for phone in who.phones:
        yield f"phone {phone}", _IDENTIFIER
    if who.reference:
        yield f"reference {who.reference}", _IDENTIFIER


def _of_name(name: PersonName) -> Iterator[Key]:
    """Of each two words, whichever of them is the surname."""
    for pair in combinations(name.words[:_MOST_NAMES], 2):
        one, other = sorted(map(root_of, pair))
        yield f"name {one} {other}", _STRONG
        yield f"sound {' '.join(sorted(map(sound, pair)))}", _MIDDLING
        yield f"start {' '.join(sorted(word[:3] for word in pair))}", _WEAK
        for word, beside in (pair, pair[::-1]):
            yield f"initial {word} {beside[0]}", _WEAK


def _of_place(place: Place, names: list[str]) -> Iterator[Key]:
    streets = place.names[:_MOST_STREETS]
    if place.postcode:
        for number in sorted(place.numbers):
            yield f"door {place.postcode} {number}", _STRONG
        for name in names:
            yield f"code {place.postcode} {name[:3]}", _STRONG
            yield f"code {place.postcode} {sound(name)}", _STRONG
            yield f"area {place.postcode[:-2]} {root_of(name)}", _STRONG
        for street in streets:
            yield f"code {place.postcode} {street[:4]}", _MIDDLING
    for street in streets:
        for number in sorted(place.numbers):
            yield f"door {street} {number}", _MIDDLING
        for name in names:
            yield f"street {street[:5]} {root_of(name)[:4]}", _MIDDLING
