"""Parcels that are claimed from the outbox, and what tells them apart."""

from adapters.storage import Storage
from bot.outbox import Parcel
from bot.views.ports import Posted
from core.services.messages import Channel
from tests.adapters.storage.samples import (
    NOW,
)
from tests.support.databases import CHANNELS

FOCUS, ALERTS = CHANNELS[Channel.CUSTOMER_FOCUS][0], CHANNELS[Channel.ALERTS][0]
KEY, M2 = "m1/slack:C-FOCUS", "m2/slack:C-FOCUS"
POSTED = Posted("C-FOCUS", "1700000000.000100")


async def claim(storage: Storage, now: object = NOW, limit: int = 10) -> tuple[Parcel, ...]:
    return await storage.outbox.claim(now, limit=limit, lease_seconds=60)  # type: ignore[arg-type]


async def keys(storage: Storage, now: object = NOW, limit: int = 10) -> list[str]:
    return [parcel.key for parcel in await claim(storage, now, limit)]
