"""Whether words tell of somebody else than a customer, so that a "no" may be remembered for them.

What is the customer's own they may use the next time: a mere name, an identifier that somebody else
used too, and all particulars of theirs together.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from typing import Final

from core.alert.known_as import together
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought

_MOST_NAMES: Final = 3


def names_somebody(who: Sought) -> bool:
    """A name with more beside it: neither a name alone, nor an identifier or a place alone."""
    return any(map(str.strip, who.names)) and who.is_telling


def particulars(record: Customer) -> Sought:
    """By what a record is known, as if it had been said of whoever makes contact."""
    return Sought(
        names=(record.name, *record.other_names),
        emails=record.emails,
        phones=record.phones,
        addresses=(record.address, *record.other_addresses),
        organisations=(record.organisation, *record.other_organisations),
        reference=record.reference,
    )


def tells_of_somebody_else(who: Sought, records: Iterable[Sought]) -> bool:
    """``records``: the particulars of every record of the customer. All in normal form."""
    return names_somebody(who) and not _is_all_theirs(who, tuple(records))


def otherwise_written(who: Sought) -> tuple[Sought, ...]:
    """The same in other writing that says no more: the first name as its initial, and an address
    without the postcode beside it. In normal form.
    """
    names = [_abridged(name) for name in who.names]
    if len(names) > _MOST_NAMES:
        names = [(name,) for name in who.names]
    codes = {who.postcodes, ()} if who.addresses else {who.postcodes}
    written = (
        replace(who, names=each, postcodes=kept)
        for each in product(*names)
        for kept in sorted(codes, reverse=True)
    )
    return tuple(each for each in written if each != who)


def _is_all_theirs(who: Sought, records: tuple[Sought, ...]) -> bool:
    theirs = together(records)
    return (
        all(any(_is_name_of(name, own) for own in theirs.names) for name in who.names)
        and set(who.emails) <= set(theirs.emails)
        and set(who.phones) <= set(theirs.phones)
        and set(who.postcodes) <= set(theirs.postcodes)
        and _are_among(who.addresses, theirs.addresses)
        and _are_among(who.organisations, theirs.organisations)
        and who.reference in {"", *(record.reference for record in records)}
    )


def _is_name_of(name: str, own: str) -> bool:
    """Whether it is their name, or a part of it, or that with the initial of the first name."""
    return set(name.split()) <= set(own.split()) or name in _abridged(own)


def _are_among(places: Iterable[str], own: Iterable[str]) -> bool:
    """Each of them one of their own, written with more or fewer words."""
    theirs = [set(each.split()) for each in own if each.strip()]
    said = [set(each.split()) for each in places]
    return all(any(one <= other or other <= one for other in theirs) for one in said)


def _abridged(name: str) -> tuple[str, ...]:
    """``casey customer``, ``c customer``."""
    first, _, others = name.partition(" ")
    return (name, f"{first[0]} {others}") if others and len(first) > 1 else (name,)
