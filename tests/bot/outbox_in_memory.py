"""An outbox, a courier and a painter in memory, for tests of the dispatcher."""

import asyncio
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.outbox import EVERY_PLACE, TRIES_IN_ORDER, Parcel, Parked
from bot.views.card import Card
from bot.views.ports import Address, DeliveryFailed, Posted
from core.services.undelivered import Cause


@dataclass
class Row:
    """``state``: waiting, delivered or parked."""

    parcel: Parcel
    due: datetime
    leased_until: datetime | None = None
    state: str = "waiting"
    reason: str = ""


@dataclass
class MemoryOutbox:
    """``gate``: awaited at the end of a claim."""

    rows: dict[str, Row] = field(default_factory=dict)
    held: dict[Address, datetime] = field(default_factory=dict)
    broken: bool = False
    claims: int = 0
    gate: asyncio.Future[None] | None = None

    def add(self, parcels: Iterable[Parcel], now: datetime) -> None:
        for parcel in parcels:
            self.rows[parcel.key] = Row(parcel, now)

    def states(self) -> dict[str, str]:
        return {key: row.state for key, row in self.rows.items()}

    async def claim(self, now: datetime, *, limit: int, lease_seconds: int) -> tuple[Parcel, ...]:
        self.claims += 1
        if self.broken:
            raise OSError("the database is away")
        due = [row for row in self.rows.values() if self._due(row, now)][:limit]
        for row in due:
            if row.leased_until is not None:
                row.parcel = replace(row.parcel, uncertain=True)
            row.leased_until = now + timedelta(seconds=lease_seconds)
        if self.gate:
            await self.gate
        return tuple(row.parcel for row in due)

    def _due(self, row: Row, now: datetime) -> bool:
        return (
            row.state == "waiting"
            and row.due <= now
            and (row.leased_until is None or row.leased_until <= now)
            and not self._on_hold(row.parcel.address, now)
            and (row.parcel.is_redraw or not self._kept_back(row, now))
        )

    def _on_hold(self, address: Address, now: datetime) -> bool:
        platform = Address(address.platform, EVERY_PLACE, is_person=False)
        return any(self.held.get(held, now) > now for held in (address, platform))

    def _kept_back(self, row: Row, now: datetime) -> bool:
        """By an older message for the address that is in hand or put off."""
        older = itertools.takewhile(lambda other: other is not row, self.rows.values())
        return any(
            other.state == "waiting"
            and other.parcel.address == row.parcel.address
            and not other.parcel.is_redraw
            and other.parcel.attempts < TRIES_IN_ORDER
            and (other.due > now or (other.leased_until or now) > now)
            for other in older
        )

    async def delivered(self, key: str, posted: Posted, now: datetime) -> None:
        if self.broken:
            raise OSError("the database is away")
        self.rows[key].state = "delivered"

    async def postpone(
        self, key: str, until: datetime, reason: str, *, uncertain: bool, tried: bool = True
    ) -> None:
        row = self.rows[key]
        row.due, row.reason, row.leased_until = until, reason, None
        row.parcel = replace(row.parcel, attempts=row.parcel.attempts + tried, uncertain=uncertain)

    async def hold(self, address: Address, until: datetime) -> None:
        self.held[address] = until

    async def park(self, key: str, reason: str, now: datetime, cause: Cause = Cause.OTHER) -> None:
        self.rows[key].state, self.rows[key].reason = "parked", reason

    async def parked(self, limit: int = 100) -> tuple[Parked, ...]:
        raise NotImplementedError

    async def retry(self, key: str, now: datetime) -> bool:
        raise NotImplementedError

    async def waiting(self) -> int:
        return sum(row.state == "waiting" for row in self.rows.values())


class PlainPainter:
    """Draws ``about["text"]``; raises what ``faults`` holds for a kind."""

    def __init__(self) -> None:
        self.faults: dict[str, Exception] = {}

    async def draw(self, kind: str, about: Mapping[str, str]) -> Card:
        if fault := self.faults.get(kind):
            raise fault
        return Card(title=kind, summary=about.get("text", ""))


@dataclass
class ScriptedCourier:
    """Delivers, unless ``script`` holds a failure for the key, which it then raises in turn.

    A failure marked ``uncertain`` arrives all the same, as the worst networks do. ``gate``:
    awaited before each post.
    """

    script: dict[str, list[Exception]] = field(default_factory=dict)
    arrived: list[tuple[Address, str]] = field(default_factory=list)
    redrawn: list[tuple[Posted, str]] = field(default_factory=list)
    gate: Callable[[], asyncio.Future[None]] | None = None
    at_once: int = 0
    most_at_once: int = 0

    def keys(self, address: Address | None = None) -> list[str]:
        return [key for to, key in self.arrived if address in (None, to)]

    async def post(self, to: Address, card: Card, key: str) -> Posted:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await (self.gate() if self.gate else asyncio.sleep(0))
            failure = self._next_failure(key)
            if failure is None or (isinstance(failure, DeliveryFailed) and failure.uncertain):
                self.arrived.append((to, key))
            if failure:
                raise failure
            return Posted(to.place, key)
        finally:
            self.at_once -= 1

    async def redraw(self, posted: Posted, card: Card, key: str) -> None:
        if failure := self._next_failure(key):
            raise failure
        self.redrawn.append((posted, key))

    async def find(self, to: Address, key: str) -> Posted | None:
        if failure := self._next_failure(f"find {key}"):
            raise failure
        return Posted(to.place, key) if (to, key) in self.arrived else None

    def _next_failure(self, key: str) -> Exception | None:
        failures = self.script.get(key)
        return failures.pop(0) if failures else None
