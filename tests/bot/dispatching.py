"""A dispatcher over an outbox in memory, with a clock and a courier that can be told what to do."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.delivery import Delivery, Pace
from bot.dispatcher import Dispatcher
from bot.outbox import Parcel
from bot.views.ports import Address
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
