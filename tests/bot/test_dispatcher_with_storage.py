"""The dispatcher on the real outbox: order, holds and replicas."""

import asyncio
from collections.abc import Mapping

import pytest

from adapters.storage import Storage
from bot.delivery import Delivery, Pace
from bot.dispatcher import Dispatcher
from bot.views.ports import Address, DeliveryFailed
from core.services.messages import Channel, Kind, Message
from core.services.ports.desk import Commit
from tests.bot.outbox_in_memory import PlainPainter, ScriptedCourier
from tests.support.clock import SetClock
from tests.support.databases import OpenDatabase

ALERTS = Address("slack", "C1", is_person=False)
CHANNELS: Mapping[Channel, tuple[Address, ...]] = {Channel.ALERTS: (ALERTS,)}


class Post:
    """An outbox with as many dispatchers as there are replicas."""

    def __init__(self, storages: list[Storage]) -> None:
        self.clock = SetClock()
        self.courier = ScriptedCourier()
        self.outbox = storages[0].outbox
        self._store = storages[0].store
        self._dispatchers = [self._dispatcher(storage, Pace()) for storage in storages]
        self._commits = 0

    def _dispatcher(self, storage: Storage, pace: Pace) -> Dispatcher:
        delivery = Delivery(
            storage.outbox, PlainPainter(), {"slack": self.courier}, self.clock, lambda: 0.0, pace
        )
        return Dispatcher(storage.outbox, delivery, self.clock, asyncio.Event(), pace)

    async def say(self, *keys: str) -> None:
        self._commits += 1
        messages = tuple(Message(key, Kind.CONTACT_ALERT, Channel.ALERTS) for key in keys)
        await self._store.commit(Commit(f"commit-{self._commits}", (), messages=messages))

    async def drain(self) -> None:
        await asyncio.gather(*(dispatcher.drain() for dispatcher in self._dispatchers))

    @property
    def arrived(self) -> list[str]:
        return [key.partition("/")[0] for _, key in self.courier.arrived]

    def will_fail(self, key: str, *failures: DeliveryFailed) -> None:
        self.courier.script[f"{key}/slack:C1"] = list(failures)


@pytest.fixture(params=[1, 2], ids=["one replica", "two replicas"])
async def post(open_database: OpenDatabase, request: pytest.FixtureRequest) -> Post:
    return Post([await open_database(channels=CHANNELS) for _ in range(request.param)])


@pytest.mark.parametrize("post", [1, 3], indirect=True)
async def test_messages_arrive_in_the_order_they_were_committed(post: Post) -> None:
    keys = [f"m{n}" for n in range(40)]
    await post.say(*keys[:20])
    await post.say(*keys[20:])
    await post.drain()
    assert post.arrived == keys
    assert await post.outbox.waiting() == 0


async def test_what_is_said_while_replicas_deliver_keeps_its_place(post: Post) -> None:
    keys = [f"m{n:02}" for n in range(60)]
    for n, key in enumerate(keys):
        post.will_fail(key, *[DeliveryFailed("server-error")] * (n % 4))

    async def say_it_all() -> None:
        for key in keys:
            await post.say(key)

    async def deliver() -> None:
        while len(post.arrived) < len(keys):
            await post.drain()
            post.clock.forward(seconds=1)

    await asyncio.gather(say_it_all(), deliver())
    assert post.arrived == keys
    assert await post.outbox.parked() == ()


async def test_what_is_said_during_a_wait_stands_behind_what_waits(post: Post) -> None:
    post.will_fail("a", DeliveryFailed("rate-limited", retry_after=30))
    await post.say("a", "b")
    await post.drain()
    await post.say("c")
    post.clock.forward(seconds=30)
    await post.drain()
    assert post.arrived == ["a", "b", "c"]


async def test_waiting_behind_others_is_no_try(post: Post) -> None:
    """A message that waited through a long throttling still gets all its tries."""
    throttled = [DeliveryFailed("rate-limited", retry_after=30)] * 20
    post.will_fail("a", *throttled)
    post.will_fail("b", DeliveryFailed("server-error"), DeliveryFailed("server-error"))
    await post.say("a", "b")
    for _ in range(30):
        await post.drain()
        post.clock.forward(seconds=30)
    assert post.arrived == ["a", "b"]
    assert await post.outbox.parked() == ()


async def test_a_failing_message_is_parked_and_can_be_set_free(post: Post) -> None:
    post.will_fail("a", DeliveryFailed("channel_not_found", final=True))
    await post.say("a")
    await post.drain()
    (parked,) = await post.outbox.parked()
    assert (parked.key, parked.reason) == ("a/slack:C1", "channel_not_found")
    assert await post.outbox.retry(parked.key, post.clock.now())
    await post.drain()
    assert post.arrived == ["a"]
