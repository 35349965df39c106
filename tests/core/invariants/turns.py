"""Turns that events may take: time passes, colleagues come and go, customers are others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from core.vocabulary.customer import CustomerKind
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Role
from tests.core.disengaging import PAT
from tests.core.invariants.standing_in import pass_on_what_waits
from tests.core.invariants.steps import Step, to_the_day_of_the_next_reminder
from tests.core.invariants.world import World

KINDS: Final = (
    frozenset({CustomerKind.AGENT}),
    frozenset({CustomerKind.SITE_OWNER}),
    frozenset[CustomerKind](),
)
HOURS: Final = (0.02, 1, 5, 24, 24 * 8, 24 * 60)


def turns(world: World, choice: int) -> list[Step]:
    """``choice``: whom it befalls, and how far it goes."""
    return [
        partial(world.memory.clock.forward, hours=HOURS[choice % len(HOURS)]),
        partial(nobody_answers, world, 1 + choice % 5),
        partial(pass_on_what_waits, world),
        partial(know, world, KINDS[choice % 3]),
        partial(know_the_neighbour, world, KINDS[choice % 3]),
        *_to_colleagues(world, choice),
    ]


def _to_colleagues(world: World, choice: int) -> Iterator[Step]:
    staff, grades = world.body.staff, world.policy.grades
    who = staff[choice % len(staff)].id
    yield partial(employ, world, who, grade=grades[choice // 2 % len(grades)].code)
    yield partial(employ, world, who, roles=frozenset({Role.DIRECTOR}))
    alerted = world.policy.extreme.alerted
    yield partial(employ, world, who, roles=alerted, grade=world.body.head.grade)
    if choice % 3 == 0:
        yield partial(employ, world, who, active=False)
    deputy = staff[choice // 3 % len(staff)].id
    for proposal in world.case.open_proposals[:1]:
        yield partial(goes_away, world, proposal.approver, deputy if choice % 2 else None)
        yield partial(a_deputy_stands_in, world, proposal.approver, deputy)
        if approver := world.staff.get(proposal.approver):
            yield partial(employ, world, proposal.proposed_by, grade=approver.grade)
    for asked in [each.waits_for for each in world.case.contacts if each.waits_for][:1]:
        yield partial(a_deputy_stands_in, world, asked, deputy)
    for appeal in world.case.open_appeals[:1]:
        yield partial(goes_away, world, appeal.handler, deputy if choice % 2 else None)


def nobody_answers(world: World, times: int) -> None:
    for _ in range(times):
        to_the_day_of_the_next_reminder(world)


def goes_away(world: World, who: StaffId, deputy: StaffId | None) -> None:
    last = world.today + timedelta(days=10)
    act = world.register.name_deputy(who, who, deputy, world.today, last, world.delivery())
    world.unless_refused("name_deputy", act)


def a_deputy_stands_in(world: World, who: StaffId, deputy: StaffId) -> None:
    goes_away(world, who, deputy)
    pass_on_what_waits(world)


def employ(world: World, who: StaffId, **changed: object) -> None:
    if member := world.staff.get(who):
        world.memory.employ(replace(member, **changed))  # type: ignore[arg-type]


def everyone_is_back_as_they_were(world: World) -> None:
    world.memory.employ(*world.body.staff)


def know(world: World, kinds: frozenset[CustomerKind]) -> None:
    """The customer turns out to be of these kinds."""
    customer = replace(world.customer, kinds=kinds)
    act = world.customers.change(world.body.officer.id, customer, world.delivery())
    if world.unless_refused("change", act):
        world.customer = customer


def know_the_neighbour(world: World, kinds: frozenset[CustomerKind]) -> None:
    world.memory.know(replace(PAT, kinds=kinds))
