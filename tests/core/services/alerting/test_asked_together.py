"""An alert asks of one person: whoever says something else of themselves is asked about apart."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import pytest

from core.services.incoming import Became
from core.vocabulary.sought import Certainty, Sought
from tests.core.services.alerting.at_the_desk import desk
from tests.core.services.alerting.contacts import BY_NAME

Read = Callable[..., Awaitable[object]]

ONE = Sought(names=("Casey Customer",), phones=("07700 900555",))
OTHER = Sought(names=("Casey Customer",), emails=("other@example.org",))


async def test_two_people_are_asked_about_in_two_alerts() -> None:
    at = await desk()
    one, other = await at.alerted(ONE), await at.alerted(OTHER)
    assert one.id != other.id
    assert (one.count, other.count) == (1, 1)
    assert one.asks
    assert other.asks


async def test_of_one_batch_too() -> None:
    at = await desk()
    receipts = await at.takes(
        at.contact(ONE), at.contact(OTHER), at.contact(ONE), at.contact(OTHER)
    )
    first, second = (receipt.alerts for receipt in receipts[:2])
    assert first != second
    assert [receipt.alerts for receipt in receipts[2:]] == [first, second]
    assert [alert.count for alert in at.alerts] == [2, 2]


async def test_who_says_the_same_in_other_writing_or_a_part_of_it_joins() -> None:
    at = await desk()
    one = await at.alerted(ONE)
    for who in (BY_NAME, Sought(names=("Mr Casey CUSTOMER",), phones=("+44 7700 900 555",))):
        assert (await at.alerted(who)).id == one.id


async def test_yes_it_is_them_is_said_of_one_of_them_alone() -> None:
    at = await desk()
    one, other = await at.alerted(ONE), await at.alerted(OTHER)
    await at.confirm(one)
    assert (await at.at.get(other.id)).asks
    again = await at.comes(OTHER)
    assert (again.became, again.alerts) == (Became.ASKED, (other.id,))
    assert (await at.alerted(ONE)).id == one.id


async def test_another_person_is_said_of_one_of_them_alone() -> None:
    at = await desk()
    one, other = await at.alerted(ONE), await at.alerted(OTHER)
    await at.apart(one)
    assert (await at.comes(ONE)).became is Became.NOTHING
    assert (await at.alerted(OTHER)).id == other.id


async def test_the_reasons_are_those_of_whoever_is_asked_about() -> None:
    at = await desk()
    await at.alerted(ONE)
    spelt = Sought(names=("Kasey Customer",), emails=("kasey@example.org",))
    other = await at.alerted(spelt)
    (seen,) = await at.at.seen(other.id)
    assert other.certainty is Certainty.POSSIBLE
    assert other.reasons == seen.reasons
    assert seen.who == spelt


def namesake(number: int) -> Sought:
    return Sought(names=("Casey Customer",), emails=(f"casey{number}@example.org",))


async def test_however_many_are_asked_about_each_joins_their_own() -> None:
    at = await desk()
    first = [await at.alerted(namesake(number)) for number in range(25)]
    assert len({alert.id for alert in first}) == 25
    at.later(minutes=59)
    again = [await at.alerted(namesake(number)) for number in range(25)]
    assert [alert.id for alert in again] == [alert.id for alert in first]
    assert {alert.count for alert in again} == {2}
    assert len(at.alerts) == 25


async def test_so_do_those_of_long_ago_while_many_others_are_open() -> None:
    at = await desk()
    then = at.memory.clock.now()
    first = [await at.alerted(namesake(number)) for number in range(3)]
    at.later(days=30)
    for number in range(3, 15):
        await at.alerted(namesake(number))
    late = await at.takes(
        at.contact(namesake(1), at=then + timedelta(minutes=60)),
        at.contact(namesake(4)),
        at.contact(namesake(2), at=then + timedelta(minutes=61)),
        at.contact(namesake(2), at=then + timedelta(minutes=90)),
    )
    assert late[0].alerts == (first[1].id,)
    assert late[1].alerts == (at.alerts[4].id,)
    assert late[2].alerts == late[3].alerts == (at.alerts[-1].id,)
    assert [alert.count for alert in at.alerts] == [1, 2, 1, 1, 2, *[1] * 10, 2]


async def test_what_stands_and_what_was_said_before_is_read_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = await desk()
    for number in range(15):
        await at.alerted(namesake(number))
    at.later(minutes=30)
    read: list[int] = []
    for port, name in ((at.memory.store, "load_each"), (at.memory.desk.alerts, "around")):
        monkeypatch.setattr(port, name, counting(getattr(port, name), read))
    now = at.memory.clock.now()
    minutes = [timedelta(minutes=number) for number in range(12, 20)]
    contacts = (at.contact(namesake(n), at=now - each) for n, each in enumerate(minutes, 12))
    receipts = await at.takes(*contacts)
    assert len({alert for receipt in receipts for alert in receipt.alerts}) == 8
    assert read == [1, 15], "one case, and the streams of fifteen alerts"


def counting(port: Read, read: list[int]) -> Read:
    async def heard(sought: Sequence[str], *more: object) -> object:
        read.append(len(sought))
        return await port(sought, *more)

    return heard
