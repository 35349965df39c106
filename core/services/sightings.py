"""Of whom contacts may be: only of customers bound by something, and never of whoever was told
apart from them (Scope; stage 3).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.alert.known_as import known_as, together
from core.policy.model import ScreeningRule
from core.services.incoming import Incoming
from core.services.one_person import OnePerson, person_of
from core.services.ports import Customers, Desk
from core.services.screening import Match
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought

Apart = Mapping[str, frozenset[CustomerId]]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A contact that may be of this person. ``who``: all that was said that speaks for it."""

    person: OnePerson
    who: Sought
    certainty: Certainty
    reasons: tuple[str, ...]


_Likeness = tuple[Sought, Match]


async def sightings(
    desk: Desk, rule: ScreeningRule, contacts: Sequence[Incoming]
) -> list[tuple[Sighting, ...]]:
    """Of each contact, in order; at most one of each person."""
    found = await _likenesses(desk, rule, contacts)
    people = await _people(desk.customers, found)
    by_person = [_by_person(each, people) for each in found]
    apart = await _told_apart(desk.customers, by_person)
    return [
        tuple(
            _sighting(person, kept)
            for person, likenesses in each.items()
            if (kept := _not_apart(person, likenesses, apart))
        )
        for each in by_person
    ]


async def _likenesses(
    desk: Desk, rule: ScreeningRule, contacts: Sequence[Incoming]
) -> list[list[_Likeness]]:
    said = [(no, sought) for no, contact in enumerate(contacts) for sought in contact.who]
    screened = await desk.screening.screen_bound([sought for _, sought in said], rule)
    found: list[list[_Likeness]] = [[] for _ in contacts]
    for (no, sought), result in zip(said, screened, strict=True):
        found[no].extend((sought, match) for match in result.matches)
    return found


async def _people(
    customers: Customers, found: Sequence[Sequence[_Likeness]]
) -> dict[CustomerId, OnePerson]:
    """By the record of theirs that was found."""
    records: dict[CustomerId, Customer] = {
        match.customer.id: match.customer for each in found for _, match in each
    }
    return {no: await person_of(customers, record) for no, record in records.items()}


def _by_person(
    likenesses: Sequence[_Likeness], people: Mapping[CustomerId, OnePerson]
) -> dict[OnePerson, list[_Likeness]]:
    found: dict[OnePerson, list[_Likeness]] = defaultdict(list)
    for sought, match in likenesses:
        found[people[match.customer.id]].append((sought, match))
    return found


async def _told_apart(
    customers: Customers, by_person: Sequence[Mapping[OnePerson, Sequence[_Likeness]]]
) -> Apart:
    words = {
        known_as(who)
        for each in by_person
        for likenesses in each.values()
        for who in (*(sought for sought, _ in likenesses), _all_of(likenesses))
        if who.is_telling
    }
    return await customers.told_apart(sorted(words)) if words else {}


def _not_apart(
    person: OnePerson, likenesses: Sequence[_Likeness], apart: Apart
) -> Sequence[_Likeness]:
    """Neither all that was said together nor any of it by itself is of somebody else."""
    if _is_apart(person, _all_of(likenesses), apart):
        return ()
    return [each for each in likenesses if not _is_apart(person, each[0], apart)]


def _is_apart(person: OnePerson, who: Sought, apart: Apart) -> bool:
    """A mere name is never remembered: the customer may use it the next time."""
    if not who.is_telling:
        return False
    told = apart.get(known_as(who), frozenset())
    return not told.isdisjoint(person.records)


def _all_of(likenesses: Sequence[_Likeness]) -> Sought:
    return together(sought for sought, _ in likenesses)


def _sighting(person: OnePerson, likenesses: Sequence[_Likeness]) -> Sighting:
    order = list(Certainty)
    best = min((match for _, match in likenesses), key=lambda match: order.index(match.certainty))
    return Sighting(person, _all_of(likenesses), best.certainty, best.reasons)
