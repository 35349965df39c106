"""Of whom contacts may be: only of customers bound by something, and never of whoever was told
apart from them (Scope; stage 3).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.alert.known_as import together
from core.policy.model import ScreeningRule
from core.services.alerting.apart import Apart
from core.services.incoming import Incoming
from core.services.one_person import OnePerson, person_of
from core.services.ports.desk import Desk
from core.services.ports.finders import Customers
from core.services.ports.screening import Match, Screened
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought


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
    apart = await Apart.of(desk, _said(by_person))
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
    found: list[list[tuple[Sought, Screened]]] = [[] for _ in contacts]
    for (no, sought), result in zip(said, screened, strict=True):
        found[no].append((sought, result))
    return [
        list(_of_one_contact(each, is_talk=bool(contact.where)))
        for each, contact in zip(found, contacts, strict=True)
    ]


def _of_one_contact(
    found: Sequence[tuple[Sought, Screened]], *, is_talk: bool
) -> Iterator[_Likeness]:
    """What is told together counts more than a part of it by itself, such as the address that a
    mail has with a name and, to reply to, without one. A message speaks of several people: there
    it does so only where all of it together is known to be somebody else's."""
    for sought, result in found:
        for match in result.matches:
            whole = (more for each, more in found if _says_more(each, sought))
            if not any(_says_otherwise(more, match, is_talk=is_talk) for more in whole):
                yield sought, match


def _says_more(one: Sought, other: Sought) -> bool:
    """Two references are of two people."""
    if other.reference not in ("", one.reference):
        return False
    return one != other and together((one, other)) == together((one,))


def _says_otherwise(whole: Screened, part: Match, *, is_talk: bool) -> bool:
    if part.customer.id in whole.instead:
        return True
    same = (match for match in whole.matches if match.customer.id == part.customer.id)
    return not is_talk and any(m.certainty.doubt > part.certainty.doubt for m in same)


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


def _said(by_person: Sequence[Mapping[OnePerson, Sequence[_Likeness]]]) -> Iterator[Sought]:
    """Each thing by itself, and all that is said of a person together."""
    for each in by_person:
        for likenesses in each.values():
            yield from (sought for sought, _ in likenesses)
            yield _all_of(likenesses)


def _not_apart(
    person: OnePerson, likenesses: Sequence[_Likeness], apart: Apart
) -> Sequence[_Likeness]:
    """Neither all that was said together nor any of it by itself is of somebody else. Whoever is
    found exactly is themselves, whatever was said before."""
    exact = [each for each in likenesses if each[1].certainty is Certainty.DEFINITE]
    if not exact and apart.is_somebody_else(person, _all_of(likenesses)):
        return ()
    return [e for e in likenesses if e in exact or not apart.is_somebody_else(person, e[0])]


def _all_of(likenesses: Sequence[_Likeness]) -> Sought:
    return together(sought for sought, _ in likenesses)


def _sighting(person: OnePerson, likenesses: Sequence[_Likeness]) -> Sighting:
    best = min((match for _, match in likenesses), key=lambda match: match.certainty.doubt)
    return Sighting(person, _all_of(likenesses), best.certainty, best.reasons)
