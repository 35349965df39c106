"""Whatever the platform does, a message arrives once and in order, or is parked visibly."""

import asyncio
from datetime import datetime

from bot.delivery import Pace
from bot.outbox import Parcel
from bot.views.ports import Address, DeliveryFailed, Posted
from tests.bot.dispatching import ALERTS, MORGAN, Office, eventually, parcel
from tests.bot.outbox_in_memory import MemoryOutbox


async def test_a_message_is_drawn_and_delivered_once() -> None:
    office = Office()
    office.post(parcel("a"), parcel("b", MORGAN))
    await office.drain()
    await office.drain()
    assert sorted(office.courier.keys()) == ["a", "b"]
    assert office.outbox.states() == {"a": "delivered", "b": "delivered"}


async def test_a_redraw_changes_the_copy_that_stands() -> None:
    office = Office()
    stands = Posted("C1", "17.5")
    office.post(
        Parcel("a~2", "approval-notice", {}, ALERTS, 0, False, posted=stands, is_redraw=True)
    )
    await office.drain()
    assert office.courier.redrawn == [(stands, "a~2")]
    assert office.courier.arrived == []


async def test_a_redraw_without_an_original_is_parked() -> None:
    office = Office()
    office.post(Parcel("a~2", "approval-notice", {}, ALERTS, 0, False, is_redraw=True))
    await office.drain()
    assert office.outbox.states() == {"a~2": "parked"}


async def test_waits_grow_and_are_spread() -> None:
    office = Office()
    office.courier.script["a"] = [DeliveryFailed("server-error")] * 3
    office.post(parcel("a"))
    waits = []
    for _ in range(3):
        await office.drain()
        waits.append(office.wait("a"))
        office.clock.forward(seconds=waits[-1])
    assert waits == [1.5, 3.0, 6.0]
    assert Pace().wait_after(50, random=0) == Pace().longest_wait
    assert Pace().wait_after(0, random=1) == Pace().first_wait / 2


class UnhurriedOutbox(MemoryOutbox):
    """There is time to claim between one parcel put off and the next."""

    async def postpone(
        self, key: str, until: datetime, reason: str, *, uncertain: bool, tried: bool = True
    ) -> None:
        await super().postpone(key, until, reason, uncertain=uncertain, tried=tried)
        for _ in range(3):
            await asyncio.sleep(0)


async def test_what_is_put_off_until_now_is_not_put_off_for_ever() -> None:
    office = Office(outbox=UnhurriedOutbox())
    office.courier.script["a"] = [DeliveryFailed("rate-limited", retry_after=0)]
    redraws = [
        Parcel(key, "approval-notice", {}, ALERTS, 0, False, Posted("C1", key), is_redraw=True)
        for key in ("x~2", "y~2", "z~2")
    ]
    office.post(parcel("a"), *redraws)
    running = asyncio.create_task(office.dispatcher.run())
    await eventually(lambda: set(office.outbox.states().values()) == {"delivered"})
    await office.dispatcher.stop()
    await running


async def test_no_more_than_the_width_is_in_hand_at_once() -> None:
    office = Office(Pace(width=3))
    office.post(*(parcel(f"m{n}", Address("slack", f"U{n}", True)) for n in range(10)))
    await office.drain()
    assert office.courier.most_at_once == 3
    assert len(office.courier.arrived) == 10


async def test_a_slow_address_keeps_no_other_waiting() -> None:
    office = Office()
    never: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    free: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    free.set_result(None)
    gates = iter([never, free, free])
    office.courier.gate = lambda: next(gates)
    office.post(parcel("slow"), parcel("b", MORGAN))
    drained = asyncio.create_task(office.drain())
    await eventually(lambda: office.courier.keys() == ["b"])
    office.post(parcel("c", MORGAN))
    office.bell.set()
    never.set_result(None)
    await drained
    await office.drain()
    assert office.courier.keys() == ["b", "slow", "c"]


async def test_a_bell_wakes_it_and_a_stop_finishes_what_is_in_hand() -> None:
    office = Office(Pace(poll=3600))
    running = asyncio.create_task(office.dispatcher.run())
    await eventually(lambda: office.outbox.claims > 0)
    gate: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    office.courier.gate = lambda: gate
    office.post(parcel("a"), parcel("b"))
    office.bell.set()
    await eventually(lambda: office.courier.at_once > 0)
    stopping = asyncio.create_task(office.dispatcher.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    gate.set_result(None)
    await stopping
    await running
    assert office.courier.keys() == ["a"]
    assert office.outbox.states() == {"a": "delivered", "b": "waiting"}
    assert office.outbox.rows["b"].leased_until is None
    assert not office.outbox.rows["b"].parcel.uncertain


async def test_what_is_being_claimed_at_the_stop_is_handed_back() -> None:
    office = Office(Pace(poll=3600))
    office.outbox.gate = asyncio.get_running_loop().create_future()
    office.post(parcel("a"))
    running = asyncio.create_task(office.dispatcher.run())
    await eventually(lambda: office.outbox.claims > 0)
    await office.dispatcher.stop()
    office.outbox.gate.set_result(None)
    await running
    assert office.courier.keys() == []
    assert office.outbox.rows["a"].leased_until is None
