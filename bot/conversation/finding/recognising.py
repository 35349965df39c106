"""Is it this customer? Those found exactly first, then those who are like whoever was typed."""

from asyncio import gather
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.conversation.finding.binding import standing_of
from bot.conversation.finding.looking_up import customers_known_as
from bot.conversation.office import Office
from core.alert.somebody_else import names_somebody
from core.case.register.customers import told_as
from core.services.alerting.apart import Apart, remembering_of
from core.services.ports.finders import CustomerHit
from core.services.ports.screening import Match, Neighbour, Screened
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought


@dataclass(frozen=True, slots=True)
class Found:
    """``typed``: found by just what was typed, not by likeness alone.

    ``may_be_apart``: that it is somebody else would be remembered, see
    ``core.alert.somebody_else``.
    """

    customer: Customer
    certainty: Certainty
    reasons: tuple[str, ...] = ()
    typed: bool = True
    may_be_apart: bool = False

    @property
    def exact(self) -> bool:
        return self.certainty is Certainty.DEFINITE


T = TypeVar("T", Found, Neighbour)


@dataclass(frozen=True, slots=True)
class Recognised:
    """``neighbours``: others at the same place. ``apart``: how many are known not to be it."""

    found: tuple[Found, ...]
    neighbours: tuple[Neighbour, ...] = ()
    apart: int = 0


async def recognised(office: Office, text: str, limit: int) -> Recognised:
    """By anything but a case reference."""
    screening = office.desk.screening
    sought = screening.read(text)
    in_many_parts = sought.addresses or (sought.is_telling and sought.names)
    hits, screened = await gather(
        _nobody() if in_many_parts else customers_known_as(office, text, limit),
        screening.screen(sought, office.policy.screening, limit),
    )
    people = await _people(office, _found(hits, screened))
    asked = await _not_apart(office, people.values(), text, sought)
    known = {one.customer.id for one in asked}
    near = await _people(office, screened.neighbours)
    others = tuple(each for person, each in near.items() if person not in known)
    return Recognised(asked[:limit], others, len(people) - len(asked))


def _found(hits: Sequence[CustomerHit], screened: Screened) -> Sequence[Found]:
    """The most certain first."""
    others = {neighbour.customer.id for neighbour in screened.neighbours}
    by_typing = {hit.customer.id: hit for hit in hits if hit.exact or hit.customer.id not in others}
    liked = [_liked(match, by_typing.pop(match.customer.id, None)) for match in screened.matches]
    found = [*liked, *map(_typed, by_typing.values())]
    return sorted(found, key=lambda one: one.certainty.doubt)


async def _nobody() -> tuple[CustomerHit, ...]:
    return ()


async def _people(office: Office, records: Iterable[T]) -> dict[CustomerId, T]:
    """The first of one person's records, as the record that stands for them."""
    people: dict[CustomerId, T] = {}
    for one in records:
        standing = await standing_of(office, one.customer)
        people.setdefault(standing.id, replace(one, customer=standing))
    return people


async def _not_apart(
    office: Office, people: Iterable[Found], text: str, sought: Sought
) -> tuple[Found, ...]:
    """Those of whom nobody said yet that it is somebody else."""
    as_typed = told_as(text) if names_somebody(sought) else ""
    apart = await Apart.of(office.desk, [sought], as_typed)
    before = apart.told.get(as_typed, frozenset())
    found = []
    for one in people:
        if one.exact:
            found.append(one)
            continue
        is_apart = apart.is_somebody_else(one.customer, sought)
        if not is_apart and before.isdisjoint(one.customer.records):
            remembered = await remembering_of(office.desk, one.customer, [sought])
            found.append(replace(one, may_be_apart=bool(remembered)))
    return tuple(found)


def _liked(match: Match, hit: CustomerHit | None) -> Found:
    certainty = Certainty.DEFINITE if hit and hit.exact else match.certainty
    return Found(match.customer, certainty, match.reasons, typed=hit is not None)


def _typed(hit: CustomerHit) -> Found:
    certainty = Certainty.DEFINITE if hit.exact else Certainty.POSSIBLE
    return Found(hit.customer, certainty, () if hit.exact else ("a name of theirs begins so",))
