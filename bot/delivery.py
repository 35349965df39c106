"""One parcel: drawn, carried, and what becomes of it when that fails."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Self

from bot.outbox import EVERY_PLACE, TRIES_IN_ORDER, Outbox, Parcel
from bot.views.card import Card
from bot.views.ports import Address, Courier, DeliveryFailed, Painter, Posted
from core.services.ports.desk import Clock
from core.services.undelivered import Cause
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How hard the bot tries. Times in seconds.

    ``width``: parcels in hand at once. ``patience``: how long one delivery may take.
    ``lease``: how long a claimed parcel is ours; well above ``patience``, so that nobody else
    begins while we still try. ``tries``: after so many a parcel is parked; ``drawing_tries``:
    the same where the message could not even be drawn.
    """

    width: int = 16
    lease: int = 120
    patience: float = 30
    poll: float = 2
    first_wait: float = 2
    longest_wait: float = 900
    tries: int = 12
    drawing_tries: int = 3

    def leased_for(self, seconds: int) -> Self:
        """The same pace where a replica that dies keeps its parcels from others so long."""
        share = seconds / 4
        patience, poll = min(self.patience, share), min(self.poll, share)
        return replace(self, lease=seconds, patience=patience, poll=poll)

    def wait_after(self, attempts: int, random: float) -> float:
        """Twice as long each time, less up to a half, so that replicas do not march in step."""
        doubled = self.first_wait * 2.0 ** min(attempts, 30)
        return min(doubled, self.longest_wait) * (1 - random / 2)


PACE: Final = Pace()


class Delivery:
    """``random``: from 0 to 1."""

    def __init__(
        self,
        outbox: Outbox,
        painter: Painter,
        couriers: Mapping[str, Courier],
        clock: Clock,
        random: Callable[[], float],
        pace: Pace,
    ) -> None:
        self._outbox = outbox
        self._painter = painter
        self._couriers = couriers
        self._clock = clock
        self._random = random
        self._pace = pace
        self._pauses: dict[str, datetime] = {}

    async def deliver(self, parcel: Parcel) -> datetime | None:
        """Deliver one parcel, or say until when everything for its address must wait."""
        if paused := self._paused(parcel.address.platform):
            await self._wait(parcel, paused, "paused", uncertain=parcel.uncertain)
            return paused
        try:
            card = await self._painter.draw(parcel.kind, parcel.about)
        except Exception as fault:
            return await self._undrawn(parcel, fault)
        try:
            async with asyncio.timeout(self._pace.patience):
                posted = await self._carry(parcel, card)
        except TimeoutError:
            return await self._failed(parcel, DeliveryFailed("no-answer", uncertain=True))
        except DeliveryFailed as failure:
            return await self._failed(parcel, failure)
        except Exception:
            log.exception("the courier stumbled over %s", parcel.key)
            return await self._failed(parcel, DeliveryFailed("courier-fault", uncertain=True))
        await self._outbox.delivered(parcel.key, posted, self._clock.now())
        return None

    async def _carry(self, parcel: Parcel, card: Card) -> Posted:
        courier = self._couriers.get(parcel.address.platform)
        if courier is None:
            raise DeliveryFailed("no-courier", final=True, cause=Cause.NOT_CONNECTED)
        if parcel.is_redraw:
            if parcel.posted is None:
                raise DeliveryFailed("original-missing", final=True)
            await courier.redraw(parcel.posted, card, parcel.key)
            return parcel.posted
        if parcel.uncertain and (found := await self._find(courier, parcel)):
            return found
        return await courier.post(parcel.address, card, parcel.key)

    async def _find(self, courier: Courier, parcel: Parcel) -> Posted | None:
        try:
            return await courier.find(parcel.address, parcel.key)
        except DeliveryFailed as failure:
            failure.uncertain = True
            raise

    async def _undrawn(self, parcel: Parcel, fault: Exception) -> datetime | None:
        refusal = fault.refusal if isinstance(fault, Refused) else None
        reason = f"drawing: {refusal.rule if refusal else type(fault).__name__}"
        log.warning("%s cannot be drawn: %s", parcel.key, reason, exc_info=fault)
        if refusal or parcel.attempts + 1 >= self._pace.drawing_tries:
            await self._park(parcel, reason, Cause.NOT_DRAWN)
            return None
        return await self._postpone(parcel, reason, uncertain=parcel.uncertain)

    async def _failed(self, parcel: Parcel, failure: DeliveryFailed) -> datetime | None:
        if failure.final:
            await self._park(parcel, failure.reason, failure.cause)
            return None
        if failure.retry_after is not None:
            wait = self._pause if failure.check else self._hold
            return await wait(parcel, failure, failure.retry_after)
        if parcel.attempts + 1 >= self._pace.tries:
            await self._park(parcel, failure.reason, Cause.NO_ANSWER)
            return None
        return await self._postpone(parcel, failure.reason, uncertain=failure.uncertain)

    async def _hold(self, parcel: Parcel, failure: DeliveryFailed, seconds: float) -> datetime:
        until = self._clock.now() + timedelta(seconds=seconds)
        log.info("%s asks us to wait %d s: %s", parcel.address.platform, seconds, failure.reason)
        await self._outbox.hold(parcel.address, until)
        await self._wait(parcel, until, failure.reason, uncertain=failure.uncertain)
        return until

    async def _pause(self, parcel: Parcel, failure: DeliveryFailed, seconds: float) -> datetime:
        platform = parcel.address.platform
        until = self._paused(platform)
        if until is None:
            until = self._pauses[platform] = self._clock.now() + timedelta(seconds=seconds)
            log.error(
                "%s refuses the bot (%s): nothing goes there for %d s. Check %s",
                platform,
                failure.reason,
                seconds,
                failure.check,
            )
            await self._outbox.hold(Address(platform, EVERY_PLACE, is_person=False), until)
        await self._wait(parcel, until, failure.reason, uncertain=failure.uncertain)
        return until

    def _paused(self, platform: str) -> datetime | None:
        until = self._pauses.get(platform)
        return until if until and self._clock.now() < until else None

    async def _wait(self, parcel: Parcel, until: datetime, reason: str, *, uncertain: bool) -> None:
        await self._outbox.postpone(parcel.key, until, reason, uncertain=uncertain, tried=False)

    async def _park(self, parcel: Parcel, reason: str, cause: Cause) -> None:
        log.warning("%s is parked: %s", parcel.key, reason)
        await self._outbox.park(parcel.key, reason, self._clock.now(), cause)

    async def _postpone(self, parcel: Parcel, reason: str, *, uncertain: bool) -> datetime | None:
        seconds = self._pace.wait_after(parcel.attempts, self._random())
        until = self._clock.now() + timedelta(seconds=seconds)
        log.info("%s is tried again in %d s: %s", parcel.key, seconds, reason)
        in_order = parcel.attempts + 1 < TRIES_IN_ORDER
        if in_order:
            await self._outbox.hold(parcel.address, until)
        await self._outbox.postpone(parcel.key, until, reason, uncertain=uncertain)
        return until if in_order else None
