"""Whatever fails, no message is lost, none is sent twice, and none keeps the others waiting."""

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery import Pace
from bot.outbox import TRIES_IN_ORDER
from bot.views.ports import Address, DeliveryFailed
from core.vocabulary.refusal import refuse
from tests.bot.dispatching import ALERTS, MORGAN, Office, parcel
from tests.bot.outbox_in_memory import MemoryOutbox


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
