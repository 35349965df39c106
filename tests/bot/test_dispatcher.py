"""Whatever the platform does, a message arrives once and in order, or is parked visibly."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery import Delivery, Pace
from bot.dispatcher import Dispatcher
from bot.outbox import TRIES_IN_ORDER, Parcel
from bot.views.ports import Address, DeliveryFailed, Posted
from core.vocabulary.refusal import refuse
from tests.bot.outbox_in_memory import MemoryOutbox, PlainPainter, ScriptedCourier
from tests.support.clock import SetClock

ALERTS = Address("slack", "C1", is_person=False)
MORGAN = Address("slack", "U1", is_person=True)


def parcel(key: str, address: Address = ALERTS, kind: str = "contact-alert") -> Parcel:
    return Parcel(key, kind, {"text": key}, address, attempts=0, uncertain=False)


async def eventually(condition: Callable[[], bool]) -> None:
    for _ in range(1000):
        if condition():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came about")


@dataclass
class Office:
    pace: Pace = field(default_factory=Pace)
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    painter: PlainPainter = field(default_factory=PlainPainter)
    courier: ScriptedCourier = field(default_factory=ScriptedCourier)
    clock: SetClock = field(default_factory=SetClock)
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        delivery = Delivery(
            self.outbox, self.painter, {"slack": self.courier}, self.clock, lambda: 0.5, self.pace
        )
        self.dispatcher = Dispatcher(self.outbox, delivery, self.clock, self.bell, self.pace)

    def post(self, *parcels: Parcel) -> None:
        self.outbox.add(parcels, self.clock.now())

    async def drain(self) -> None:
        await self.dispatcher.drain()

    async def drain_for(self, hours: int) -> None:
        """Drain again and again while time passes, in steps of a minute."""
        for _ in range(hours * 60):
            await self.drain()
            self.clock.forward(minutes=1)

    def reason(self, key: str) -> str:
        return self.outbox.rows[key].reason

    def wait(self, key: str) -> float:
        return (self.outbox.rows[key].due - self.clock.now()).total_seconds()


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


async def test_a_message_that_may_have_arrived_is_looked_for_first() -> None:
    office = Office()
    office.courier.script["a"] = [DeliveryFailed("no-answer", uncertain=True)]
    office.post(parcel("a"))
    await office.drain_for(hours=1)
    assert office.courier.keys() == ["a"]
    assert office.outbox.states() == {"a": "delivered"}


async def test_a_search_that_fails_leaves_the_doubt_in_place() -> None:
    office = Office()
    office.courier.script["a"] = [DeliveryFailed("no-answer", uncertain=True)]
    office.courier.script["find a"] = [DeliveryFailed("server-error")]
    office.post(parcel("a"))
    await office.drain_for(hours=1)
    assert office.courier.keys() == ["a"]
    assert office.outbox.states() == {"a": "delivered"}


async def test_retry_after_holds_the_whole_address_and_nobody_else() -> None:
    office = Office()
    office.courier.script["a"] = [DeliveryFailed("rate-limited", retry_after=40)]
    office.post(parcel("a"), parcel("b"), parcel("c", MORGAN))
    await office.drain()
    assert office.courier.keys() == ["c"]
    assert office.outbox.held == {ALERTS: office.clock.now().replace(second=40)}
    office.clock.forward(seconds=39)
    await office.drain()
    assert office.courier.keys(ALERTS) == []
    office.clock.forward(seconds=1)
    await office.drain()
    assert office.courier.keys(ALERTS) == ["a", "b"]


async def test_being_asked_to_wait_never_parks_a_message() -> None:
    office = Office()
    office.courier.script["a"] = [DeliveryFailed("rate-limited", retry_after=30)] * 40
    office.post(parcel("a"))
    await office.drain_for(hours=1)
    assert office.outbox.states() == {"a": "delivered"}


@pytest.mark.parametrize(
    ("failures", "state", "reason"),
    [
        ([DeliveryFailed("channel_not_found", final=True)], "parked", "channel_not_found"),
        ([DeliveryFailed("server-error")] * 12, "parked", "server-error"),
        ([DeliveryFailed("server-error")] * 11, "delivered", "server-error"),
        ([ValueError("a bug")] * 12, "parked", "courier-fault"),
    ],
)
async def test_what_cannot_be_delivered_is_parked_with_its_reason(
    failures: Sequence[Exception], state: str, reason: str
) -> None:
    office = Office()
    office.courier.script["a"] = list(failures)
    office.post(parcel("a"), parcel("b"))
    await office.drain_for(hours=3)
    assert office.outbox.states() == {"a": state, "b": "delivered"}
    assert office.reason("a") == reason


async def test_a_message_that_keeps_failing_lets_the_others_pass_in_the_end() -> None:
    office = Office()
    office.courier.script["a"] = [DeliveryFailed("server-error")] * 40
    office.post(parcel("a"), parcel("b"))
    for _ in range(TRIES_IN_ORDER - 1):
        await office.drain()
        assert office.courier.keys() == []
        office.clock.forward(seconds=office.wait("a"))
    await office.drain()
    assert office.outbox.states() == {"a": "waiting", "b": "delivered"}


async def test_a_refused_bot_pauses_its_platform_and_says_so_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    office = Office(Pace(width=2))
    people = [Address("slack", f"U{n}", is_person=True) for n in range(6)]
    office.post(*(parcel(to.place, to) for to in people))
    for to in people:
        office.courier.script[to.place] = [
            DeliveryFailed("invalid_auth", retry_after=60, check="SLACK_BOT_TOKEN")
        ]
    await office.drain()
    (error,) = [record.message for record in caplog.records if record.levelname == "ERROR"]
    assert "SLACK_BOT_TOKEN" in error
    assert set(office.outbox.states().values()) == {"waiting"}
    assert {row.parcel.attempts for row in office.outbox.rows.values()} == {0}
    assert office.outbox.claims <= 3
    office.courier.script.clear()
    await office.drain()
    assert office.courier.keys() == []
    office.clock.forward(seconds=60)
    await office.drain()
    assert sorted(office.courier.keys()) == [to.place for to in people]


async def test_no_courier_for_a_platform_parks() -> None:
    office = Office()
    office.post(parcel("a", Address("carrier-pigeon", "loft", is_person=False)))
    await office.drain()
    assert office.outbox.states() == {"a": "parked"}
    assert office.reason("a") == "no-courier"


async def test_a_message_the_policy_cannot_draw_is_parked_and_blocks_nobody() -> None:
    office = Office()
    office.painter.faults["lost"] = refuse("unknown-case", "There is no such case.")
    office.post(parcel("a", kind="lost"), parcel("b"))
    await office.drain()
    assert office.outbox.states() == {"a": "parked", "b": "delivered"}
    assert office.reason("a") == "drawing: unknown-case"


async def test_a_fault_while_drawing_is_tried_again_before_it_is_parked() -> None:
    office = Office()
    office.painter.faults["broken"] = KeyError("a name that must not be shown")
    office.post(parcel("a", kind="broken"), parcel("b"))
    await office.drain()
    assert office.outbox.states() == {"a": "waiting", "b": "waiting"}
    await office.drain_for(hours=1)
    assert office.outbox.states() == {"a": "parked", "b": "delivered"}
    assert office.reason("a") == "drawing: KeyError"


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


async def test_a_hanging_platform_is_given_up_in_doubt() -> None:
    office = Office(Pace(patience=0))
    office.courier.gate = asyncio.get_running_loop().create_future
    office.post(parcel("a"))
    await office.drain()
    assert office.reason("a") == "no-answer"
    assert office.outbox.rows["a"].parcel.uncertain


async def test_a_database_that_is_away_loses_nothing() -> None:
    office = Office()
    office.post(parcel("a"))
    office.outbox.broken = True
    await office.drain()
    assert office.courier.keys() == []
    office.outbox.broken = False
    await office.drain()
    assert office.courier.keys() == ["a"]


async def test_a_delivery_that_could_not_be_noted_is_not_repeated() -> None:
    office = Office()
    office.post(parcel("a"))
    office.courier.gate = lambda: _breaks(office.outbox)
    await office.drain()
    assert office.outbox.states() == {"a": "waiting"}
    office.outbox.broken, office.courier.gate = False, None
    office.clock.forward(seconds=office.pace.lease)
    await office.drain()
    assert office.courier.keys() == ["a"]
    assert office.outbox.states() == {"a": "delivered"}


def _breaks(outbox: MemoryOutbox) -> asyncio.Future[None]:
    outbox.broken = True
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    done.set_result(None)
    return done


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


failure = st.sampled_from(
    [
        DeliveryFailed("server-error"),
        DeliveryFailed("no-answer", uncertain=True),
        DeliveryFailed("rate-limited", retry_after=20),
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    addressed=st.lists(st.integers(0, 2), min_size=1, max_size=8),
    trouble=st.lists(st.lists(failure, max_size=4), min_size=8, max_size=8),
    width=st.integers(1, 4),
)
def test_everything_arrives_once_and_in_order_whatever_fails(
    addressed: list[int], trouble: list[list[DeliveryFailed]], width: int
) -> None:
    async def play() -> None:
        office = Office(Pace(width=width))
        parcels = [
            parcel(f"m{n}", Address("slack", f"C{to}", False)) for n, to in enumerate(addressed)
        ]
        office.courier.script = {
            p.key: [
                DeliveryFailed(f.reason, retry_after=f.retry_after, uncertain=f.uncertain)
                for f in failures
            ]
            for p, failures in zip(parcels, trouble, strict=False)
        }
        office.post(*parcels)
        await office.drain_for(hours=1)
        assert set(office.outbox.states().values()) == {"delivered"}
        for address in {p.address for p in parcels}:
            expected = [p.key for p in parcels if p.address == address]
            assert office.courier.keys(address) == expected

    asyncio.run(play())
