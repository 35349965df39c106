"""Contacts that machines and messages tell of, and what colleagues do with their alerts."""

from collections.abc import Coroutine, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from core.alert.events import Settled
from core.alert.state import Alert
from core.case.commands import LogContact, ReportIncident
from core.services.alerting.alert_desk import Handled
from core.services.deciding.policy_service import Outcome
from core.services.incoming import Incoming, Receipt
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.people import Role
from core.vocabulary.sought import Sought
from tests.core.disengaging import GRANT, PAT
from tests.core.invariants.record import KAY
from tests.core.invariants.steps import Step, remind_of_every_alert_due
from tests.core.invariants.world import World
from tests.core.story import CASEY

WHO: Final = (
    Sought(emails=CASEY.emails),
    Sought(names=(CASEY.name,)),
    Sought(names=(CASEY.name,), emails=("another@example.org",)),
    Sought(names=(CASEY.name,), postcodes=("M1 1AE",)),
    Sought(reference=PAT.reference),
    Sought(emails=KAY.emails),
    Sought(names=("Robin Roe",), emails=("robin@example.org",)),
)
CHANNELS: Final = ("", "", "slack:C1", "slack:C2")


_CONFIRM, _APART, _REOPEN, _MENTIONED = range(4)
"""What ``says`` says of an alert."""


def contact(world: World, who: Iterable[int], ago: int, channel: int) -> Incoming:
    """``ago``: minutes."""
    source, no = CHANNELS[channel % len(CHANNELS)], len(world.memory.store.receipts)
    return Incoming(
        source=source or "crm",
        key=f"key-{no}",
        digest=f"digest-{no}",
        means="" if source else world.policy.means[no % len(world.policy.means)].code,
        at=world.minutes_ago(ago),
        who=tuple(WHO[each % len(WHO)] for each in who),
        where=f"{source}/{no}" if source else "",
    )


def comes(world: World, incoming: Incoming) -> Receipt:
    """Only somebody bound by now is alerted about."""
    bound = _bound(world)
    (receipt,) = world.run(world.incoming.take([incoming]))
    alerts = [world.memory.store.alerts[alert] for alert in receipt.alerts]
    assert {alert.customer for alert in alerts} <= bound
    assert len({alert.customer for alert in alerts}) == len(alerts)
    world.last_contact = (incoming, receipt)
    return receipt


def comes_again(world: World) -> None:
    if world.last_contact:
        incoming, receipt = world.last_contact
        before = world.everything()
        assert world.run(world.incoming.take([incoming, incoming])) == (receipt, receipt)
        assert world.everything() == before


def same_words_come(world: World) -> None:
    """In another contact."""
    if world.last_contact:
        incoming = contact(world, (), 0, 0)
        comes(world, replace(incoming, who=world.last_contact[0].who))


def latest(world: World, back: int) -> Alert | None:
    alerts = list(world.memory.store.alerts.values())[::-1]
    return alerts[back % min(len(alerts), 3)] if alerts else None


def says(world: World, by: StaffId, alert: Alert, what: int) -> None:
    """... and again, by the same delivery."""
    desk, delivery = world.alert_desk, world.delivery()
    act = (desk.confirm, desk.another_person, desk.reopen, desk.only_mentioned)[what % 4]
    answer = world.unless_refused(act.__name__, act(by, alert.id, delivery))
    if answer is not None:
        _is_kept(world, answer)
        before = world.everything()
        assert world.run(act(by, alert.id, delivery)) == answer
        assert world.everything() == before


def handles(world: World, by: StaffId, alert: Alert, choice: int) -> None:
    """An incident of somebody bound by extension alone is in a case of their own."""
    now, code = world.memory.clock.time, world.policy.means[choice % 3].code
    desk, delivery = world.alert_desk, world.delivery()
    if choice % 2:
        logged = LogContact(code, now, GRANT, statutory=choice % 5 == 0)
        is_here, name = True, "log of an alert"

        def act() -> Coroutine[Any, Any, Handled]:
            return desk.log(by, alert.id, logged, delivery)
    else:
        some = frozenset({world.policy.behaviours[0].code})
        behaviours = some if choice % 3 else frozenset[str]()
        officer = world.body.officer.id
        report = ReportIncident(
            alert.customer, officer, code, now, behaviours, GRANT, "Casey shouted."
        )
        is_here, name = alert.customer == CASEY.id, "report of an alert"

        def act() -> Coroutine[Any, Any, Handled]:
            return desk.report(by, alert.id, report, delivery)

    if is_here:
        done = world.attempt(name, _outcome(act()))
    else:
        done = world.unless_refused(name, act()) is not None
    if done:
        before = world.everything()
        again = world.run(act())
        _is_kept(world, again.alert)
        assert again.alert.settled
        assert again.outcome.repeated
        assert world.everything() == before


def are_one_person(world: World, by: StaffId) -> None:
    act = world.customers.merge(by, KAY.id, CASEY.id, "The same telephone.", world.delivery())
    world.unless_refused("merge", act)


def are_two_people(world: World, by: StaffId) -> None:
    act = world.customers.unmerge(by, KAY.id, "They are twins.", world.delivery())
    world.unless_refused("unmerge", act)


def left_alone(world: World, days: int) -> None:
    """Nobody says anything for so long, and the bot looks."""
    world.memory.clock.forward(days=days)
    remind_of_every_alert_due(world)


def steps(world: World, choice: int) -> Iterator[Step]:
    """``choice``: who comes, and what a colleague says of it."""
    by, again = world.body.officer.id, (choice % 5, choice % len(WHO))
    who, ago = again[: 1 + choice % 2], (0, 30)[choice % 2]
    yield lambda: comes(world, contact(world, who, ago, choice))
    if alert := latest(world, 0):
        is_back = alert.settled in (Settled.ANOTHER_PERSON, Settled.MENTIONED)
        word = (_CONFIRM, _APART, _MENTIONED)[choice % 3]
        yield from [lambda: says(world, by, alert, _REOPEN if is_back else word)] * 2
        if choice % 4:
            yield lambda: handles(world, by, alert, choice)
        yield lambda: comes_again(world)
        yield lambda: same_words_come(world)
        is_over = not (world.case.in_force or world.case.disengaged)
        yield from [lambda: left_alone(world, 1 + choice % 5)] * (6 if is_over else 1)
    manager = next(m.id for m in world.body.staff if Role.CUSTOMER_FOCUS in m.roles)
    merging = are_two_people if choice % 2 else are_one_person
    yield lambda: merging(world, manager)


async def _outcome(act: Coroutine[Any, Any, Handled]) -> Outcome:
    return (await act).outcome


def _is_kept(world: World, alert: Alert) -> None:
    assert world.memory.store.alerts[alert.id] == alert


def _bound(world: World) -> set[CustomerId]:
    """The records that stand for everybody whom anything binds."""
    store, bound = world.memory.store, set[CustomerId]()
    for summary in store.summaries.values():
        bound |= summary.also_bound | ({summary.customer} if summary.in_force else set())
    return {_standing(store.customers[each]) for each in bound}


def _standing(customer: Customer) -> CustomerId:
    return customer.merged_into or customer.id
