"""Parcels: claimed for a while, delivered once, put off, held, parked and set free."""

from adapters.storage import Storage
from bot.outbox import EVERY_PLACE, TRIES_IN_ORDER, Parcel
from bot.views.ports import Address
from core.services.messages import Channel
from tests.adapters.storage.claiming import ALERTS, FOCUS, KEY, M2, POSTED, claim, keys
from tests.adapters.storage.samples import (
    NOW,
    later,
    message,
    posting,
)
from tests.support.databases import OpenDatabase


async def test_a_parcel_holds_what_its_message_says(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    assert await claim(storage) == (
        Parcel(
            key=KEY,
            kind="approval-request",
            about={"case": "case-of-c-casey", "proposal": "3"},
            address=FOCUS,
            attempts=0,
            uncertain=False,
        ),
    )


async def test_nobody_else_gets_what_is_claimed(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("m2"), message("m3")))
    await storage.store.commit(posting(message("m4", Channel.ALERTS)))
    assert await keys(storage, limit=2) == [KEY, M2]
    assert await keys(storage, later(seconds=59)) == ["m4/slack:C-ALERTS"]
    assert await keys(storage, later(seconds=59)) == []
    assert await keys(storage, later(seconds=60), limit=3) == [KEY, M2, "m3/slack:C-FOCUS"]


async def test_a_newer_message_waits_while_an_older_one_is_in_hand_or_put_off(
    storage: Storage,
) -> None:
    await storage.store.commit(posting(message("m1"), message("m2")))
    assert await keys(storage, limit=1) == [KEY]
    assert await keys(storage) == []
    await storage.outbox.postpone(KEY, later(minutes=5), "timeout", uncertain=False)
    assert await keys(storage, later(minutes=4)) == []
    await storage.outbox.delivered(KEY, POSTED, later(minutes=4))
    assert await keys(storage, later(minutes=4)) == [M2]


async def test_a_message_that_keeps_failing_lets_newer_ones_pass(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("m2")))
    for n in range(TRIES_IN_ORDER):
        assert await keys(storage, later(minutes=n), limit=1) == [KEY]
        await storage.outbox.postpone(KEY, later(minutes=n + 1), "timeout", uncertain=False)
    assert await keys(storage, later(minutes=n)) == [M2]


async def test_a_claim_that_only_waited_is_no_try(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("m2")))
    for n in range(2 * TRIES_IN_ORDER):
        (parcel,) = await claim(storage, later(minutes=n), limit=1)
        assert (parcel.key, parcel.attempts) == (KEY, 0)
        until = later(minutes=n + 1)
        await storage.outbox.postpone(KEY, until, "ratelimited", uncertain=False, tried=False)
    assert await keys(storage, later(minutes=n)) == []


async def test_a_redraw_that_fails_keeps_no_message_waiting(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("r1", redraws="m1"), message("m2")))
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage, limit=1) == ["r1/slack:C-FOCUS"]
    assert await keys(storage) == [M2]


async def test_what_was_delivered_never_comes_back(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    assert await storage.outbox.waiting() == 1
    await claim(storage)
    assert await storage.outbox.waiting() == 1
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await storage.outbox.waiting() == 0
    await storage.outbox.park(KEY, "late", NOW)
    await storage.outbox.postpone(KEY, NOW, "late", uncertain=True)
    assert await keys(storage, later(days=1)) == []
    assert await storage.outbox.parked() == ()


async def test_a_lease_that_ran_out_leaves_it_uncertain(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    await claim(storage)
    (again,) = await claim(storage, later(seconds=60))
    assert (again.key, again.attempts, again.uncertain) == (KEY, 1, True)
    await storage.outbox.postpone(KEY, later(minutes=5), "later", uncertain=False)
    (third,) = await claim(storage, later(minutes=5))
    assert (third.attempts, third.uncertain) == (2, True)


async def test_a_postponed_parcel_waits_until_then(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    await claim(storage)
    await storage.outbox.postpone(KEY, later(minutes=5), "rate-limited", uncertain=False)
    assert await keys(storage, later(minutes=4)) == []
    (again,) = await claim(storage, later(minutes=5))
    assert (again.attempts, again.uncertain) == (1, False)
    await storage.outbox.postpone(KEY, later(minutes=6), "timeout", uncertain=True)
    (third,) = await claim(storage, later(minutes=6))
    assert (third.attempts, third.uncertain) == (2, True)
    assert await storage.outbox.waiting() == 1


async def test_who_lost_the_lease_cannot_put_off_or_park(open_database: OpenDatabase) -> None:
    slow, fast = await open_database(), await open_database()
    await slow.store.commit(posting(message("m1")))
    await claim(slow)
    assert await keys(fast, later(seconds=61)) == [KEY]
    await slow.outbox.postpone(KEY, later(seconds=62), "late", uncertain=False)
    await slow.outbox.park(KEY, "late", later(seconds=62))
    assert await keys(slow, later(seconds=63)) == []
    assert await fast.outbox.parked() == ()
    await slow.outbox.delivered(KEY, POSTED, later(seconds=64))
    assert await keys(fast, later(days=1)) == []


async def test_nothing_goes_to_an_address_on_hold(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("m2", Channel.ALERTS)))
    await storage.outbox.hold(FOCUS, later(minutes=5))
    await storage.outbox.hold(FOCUS, later(minutes=1))
    assert await keys(storage, later(minutes=2)) == ["m2/slack:C-ALERTS"]
    await storage.outbox.delivered("m2/slack:C-ALERTS", POSTED, later(minutes=2))
    assert await keys(storage, later(minutes=4)) == []
    assert await keys(storage, later(minutes=5)) == [KEY]


async def test_nothing_goes_to_a_platform_on_hold(open_database: OpenDatabase) -> None:
    teams = Address("teams", "19:made-up", is_person=False)
    storage = await open_database(channels={Channel.ALERTS: (ALERTS, teams)})
    await storage.store.commit(posting(message("m1", Channel.ALERTS)))
    await storage.outbox.hold(Address("slack", EVERY_PLACE, is_person=False), later(minutes=5))
    assert [parcel.address for parcel in await claim(storage)] == [teams]
    assert [p.address for p in await claim(storage, later(minutes=5), limit=1)] == [ALERTS]


async def test_a_parked_parcel_waits_for_a_person(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    await claim(storage)
    await storage.outbox.park(KEY, "channel_not_found", later(seconds=1))
    assert await keys(storage, later(days=1)) == []
    assert await storage.outbox.waiting() == 0
    (parked,) = await storage.outbox.parked()
    assert (parked.key, parked.kind, parked.address) == (KEY, "approval-request", FOCUS)
    assert (parked.reason, parked.parked_at) == ("channel_not_found", later(seconds=1))


async def test_a_parked_parcel_is_tried_again_when_asked(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    assert not await storage.outbox.retry(KEY, NOW)
    await storage.outbox.park(KEY, "channel_not_found", NOW)
    assert await storage.outbox.retry(KEY, later(hours=1))
    assert await storage.outbox.parked() == ()
    assert await keys(storage, later(hours=1)) == [KEY]
    assert not await storage.outbox.retry("m9/slack:C-FOCUS", NOW)


async def test_the_longest_parked_come_first(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("m2", Channel.ALERTS)))
    await storage.outbox.park("m2/slack:C-ALERTS", "first", NOW)
    await storage.outbox.park(KEY, "second", later(hours=1))
    assert [parked.reason for parked in await storage.outbox.parked()] == ["first", "second"]
    assert [parked.address for parked in await storage.outbox.parked(limit=1)] == [ALERTS]
