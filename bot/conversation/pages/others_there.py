"""Others at the same business or address: what one person did does not bind them (Scope)."""

from collections.abc import Sequence
from typing import Final

from bot.conversation import buttons
from bot.conversation.finding.binding import standing_of
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import cut
from bot.views.card import Block, Heading, Item, Note
from core.case.state import Case
from core.services.ports.screening import Neighbour
from core.services.summary import CaseSummary
from core.vocabulary.customer import Customer

MOST_LISTED: Final = 5


async def others_blocks(visit: Visit, customer: Customer, case: Case | None) -> tuple[Block, ...]:
    """Those at the same place, and anybody else whom something in the case binds too."""
    office = visit.office
    near = await _near(visit, customer)
    bound = sorted(case.also_bound - {customer.id, *customer.merged}) if case else []
    far = [await office.customer(c) for c in bound if c not in {other.id for other in near}]
    others = (*far, *near)
    if not others:
        return ()
    more = (Note("There are more at the same place."),) if len(near) > MOST_LISTED else ()
    shown = others[: len(far) + MOST_LISTED]
    concerning = await office.desk.cases.concerning(
        [record for other in shown for record in other.records]
    )
    return (
        Heading("Other people"),
        *[_other(customer, other, bound, concerning) for other in shown],
        *more,
    )


async def _near(visit: Visit, customer: Customer) -> Sequence[Customer]:
    """Each person once, and nobody beside themselves, under however many records they are."""
    most = MOST_LISTED + 1 + len(customer.merged)
    found = await visit.office.desk.customers.at_same_place(customer, most)
    people = [await standing_of(visit.office, each) for each in found]
    others = {each.id: each for each in people if each.id != customer.id}
    return tuple(others.values())[: MOST_LISTED + 1]


def neighbour_blocks(neighbours: Sequence[Neighbour]) -> tuple[Block, ...]:
    """Customers at the same place as somebody whom we do not know."""
    if not neighbours:
        return ()
    return (
        Heading("Other people"),
        *[
            Item(
                cut(f"{each.customer.name} ({each.customer.reference})", 150),
                f"{each.where}. What one person did does not bind another.",
                (buttons.run(f"check {each.customer.reference}", "Check"),),
            )
            for each in neighbours[:MOST_LISTED]
        ],
    )


def _other(
    customer: Customer, other: Customer, bound: Sequence[str], concerning: Sequence[CaseSummary]
) -> Item:
    words = f"{_where(customer, other)}: {_standing(other, bound, concerning)}."
    check = buttons.run(f"check {other.reference}", "Check")
    return Item(cut(f"{other.name} ({other.reference})", 150), words, (check,))


def _standing(other: Customer, bound: Sequence[str], concerning: Sequence[CaseSummary]) -> str:
    own = [s for s in concerning if s.customer in other.records and s.open and s.in_force]
    elsewhere = [s for s in concerning if s.also_bound & frozenset(other.records)]
    if other.id in bound:
        return "bound too, for a clear need that was recorded and signed off"
    if own:
        return f"something is in force in a case of their own, {own[0].reference}"
    return f"bound through {elsewhere[0].reference}" if elsewhere else "not sanctioned"


def _where(customer: Customer, other: Customer) -> str:
    if _alike(customer.address, other.address):
        return "Another person at this address"
    if _alike(customer.organisation, other.organisation):
        return "Another person at this organisation"
    return "Another person"


def _alike(one: str, other: str) -> bool:
    return _plain(one) == _plain(other) != ""


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
