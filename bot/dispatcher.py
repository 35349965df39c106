"""Carries what the outbox holds to where it is addressed: once, in order, never lost."""

import asyncio
import logging
from collections import deque
from contextlib import suppress
from datetime import datetime, timedelta

from bot.delivery import Delivery, Pace
from bot.outbox import Outbox, Parcel
from bot.views.ports import Address
from core.services.ports.desk import Clock

log = logging.getLogger(__name__)


class Dispatcher:
    """One lane per address keeps the order there; lanes run beside each other.

    ``bell``: set by whoever commits, so that a message leaves at once.
    """

    def __init__(
        self, outbox: Outbox, delivery: Delivery, clock: Clock, bell: asyncio.Event, pace: Pace
    ) -> None:
        self._outbox = outbox
        self._delivery = delivery
        self._clock = clock
        self._bell = bell
        self._pace = pace
        self._lanes: dict[Address, deque[tuple[Parcel, datetime]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def run(self) -> None:
        """Deliver until ``stop``, also to the end of what was being claimed at that moment."""
        while not self._stopping:
            self._bell.clear()
            if not await self._take():
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._pace.poll):
                        await self._bell.wait()
        await self._finish()

    async def drain(self) -> None:
        """Deliver everything that is due now, and return when it is done."""
        while await self._take() or self._tasks:
            if self._tasks:
                await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def stop(self) -> None:
        """Take nothing new, finish what is being delivered, hand the rest back."""
        self._stopping = True
        self._bell.set()
        await self._finish()

    async def _finish(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _take(self) -> bool:
        """Claim what there is room for. False when nothing could be taken."""
        room = self._pace.width - sum(len(lane) for lane in self._lanes.values())
        if room <= 0 or self._stopping:
            return False
        now = self._clock.now()
        try:
            parcels = await self._outbox.claim(now, limit=room, lease_seconds=self._pace.lease)
        except Exception:
            log.exception("the outbox cannot be read; trying again")
            return False
        begin_by = now + timedelta(seconds=self._pace.lease - self._pace.patience)
        for parcel in parcels:
            self._enqueue(parcel, begin_by)
        return bool(parcels)

    def _enqueue(self, parcel: Parcel, begin_by: datetime) -> None:
        lane = self._lanes.get(parcel.address)
        if lane is not None:
            lane.append((parcel, begin_by))
            return
        self._lanes[parcel.address] = lane = deque([(parcel, begin_by)])
        task = asyncio.create_task(self._drive(parcel.address, lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drive(self, address: Address, lane: deque[tuple[Parcel, datetime]]) -> None:
        """Deliver a lane in order. What stands behind a delay waits with it."""
        wait_until: datetime | None = None
        try:
            while lane:
                parcel, begin_by = lane[0]
                now = self._clock.now()
                if wait_until is None and (self._stopping or now > begin_by):
                    wait_until = now
                if wait_until is None:
                    wait_until = await self._delivery.deliver(parcel)
                else:
                    await self._outbox.postpone(
                        parcel.key,
                        wait_until,
                        "behind-another",
                        uncertain=parcel.uncertain,
                        tried=False,
                    )
                lane.popleft()
                if wait_until is not None:
                    self._close(address, lane)
                self._bell.set()
        except Exception:
            log.exception("the outbox cannot be written; trying again when the leases run out")
        finally:
            # Whatever is left comes back when its lease runs out, marked as uncertain.
            self._close(address, lane)
            self._bell.set()

    def _close(self, address: Address, lane: deque[tuple[Parcel, datetime]]) -> None:
        """What is claimed from now on goes into a new lane. In one that only puts off, it would
        be put off, and claimed, again and again."""
        if self._lanes.get(address) is lane:
            del self._lanes[address]
