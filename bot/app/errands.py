"""What goes on beside the requests: the dispatcher and the sweeps."""

import asyncio
from collections.abc import Mapping
from secrets import SystemRandom

from bot.app.house import House
from bot.delivery import PACE, Delivery, Pace
from bot.dispatcher import Dispatcher
from bot.sweeps import ReviewSweep, Ticker
from bot.views.ports import Courier


class Errands:
    """``bell``: rung by every commit, so that its messages leave at once."""

    def __init__(
        self,
        house: House,
        couriers: Mapping[str, Courier],
        bell: asyncio.Event,
        pace: Pace = PACE,
    ) -> None:
        outbox, clock = house.storage.outbox, house.desk.clock
        delivery = Delivery(
            outbox, house.conversation, couriers, clock, SystemRandom().random, pace
        )
        self._bell = bell
        self._dispatcher = Dispatcher(outbox, delivery, clock, bell, pace)
        self._ticker = Ticker(ReviewSweep(house.policy, house.service, house.desk.cases, clock))
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._running = asyncio.create_task(self._dispatcher.run())
        self._ticker.start()

    async def catch_up(self) -> None:
        """Sweep now and look into the outbox, for example because the clock was changed."""
        await self._ticker.sweep()
        self._bell.set()

    async def stop(self) -> None:
        """Finish what is in hand; begin nothing new."""
        await self._ticker.stop()
        await self._dispatcher.stop()
        if self._running:
            await self._running
