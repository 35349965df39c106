"""What goes on beside the requests: the dispatcher and the sweeps."""

import asyncio
from collections.abc import Mapping
from secrets import SystemRandom
from typing import Final

from bot.alert_sweep import AlertSweep
from bot.app.house import House
from bot.delivery import PACE, Delivery, Pace
from bot.dispatcher import Dispatcher
from bot.forgetting import ReceiptSweep
from bot.standing_in import StandInSweep
from bot.sweeps import ReminderSweep, Ticker
from bot.views.ports import Courier
from core.services.alerting.alert_reminding import AlertReminding

HOUR: Final = 3600


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
        forgetting = ReceiptSweep(house.policy.alerts, house.desk.receipts, clock)
        reminding = AlertReminding(house.policy, house.desk)
        self._tickers = (
            Ticker(
                StandInSweep(house.policy, house.service, house.desk),
                did="passed on %d proposals and questions because somebody is away, or back",
            ),
            Ticker(ReminderSweep(house.policy, house.service, house.desk)),
            Ticker(AlertSweep(reminding), did="brought %d open alerts to mind"),
            Ticker(forgetting, HOUR, "forgot what became of %d contacts"),
        )
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._running = asyncio.create_task(self._dispatcher.run())
        for ticker in self._tickers:
            ticker.start()

    async def catch_up(self) -> None:
        """Sweep now and look into the outbox, for example because the clock was changed."""
        for ticker in self._tickers:
            await ticker.sweep()
        self._bell.set()

    async def stop(self) -> None:
        """Finish what is in hand; begin nothing new."""
        for ticker in self._tickers:
            await ticker.stop()
        await self._dispatcher.stop()
        if self._running:
            await self._running
