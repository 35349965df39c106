"""The outbox: parcels claimed for a while, delivered, put off, or parked for a person."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import AnyRow, Database, upsert
from adapters.storage.connecting.finishing import to_the_end
from adapters.storage.outbox.addressing import post_notices, readdress
from adapters.storage.outbox.due import DUE
from adapters.storage.outbox.notices import of_parked, told_of
from adapters.storage.outbox.slips import (
    DELIVERED,
    ORIGINAL_PARKED,
    PARKED,
    WAITING,
    Channels,
    Slip,
)
from adapters.storage.schema.outbox import holds, outbox
from adapters.storage.sealing.chain_head import lock_head
from adapters.storage.writing.codec import loads
from bot.outbox import Parcel, Parked
from bot.views.ports import Address, Posted
from core.services.undelivered import Cause

_row: Final = outbox.c
_FREE: Final[dict[str, Any]] = {"leased_until": None, "leased_by": None}
_FREED: Final[dict[str, Any]] = {"state": WAITING, "reason": None, "parked_at": None}


class SqlOutbox:
    """``bot.outbox.Outbox``. Each one has a name of its own, under which it holds its leases."""

    def __init__(self, database: Database, channels: Channels) -> None:
        self._database = database
        self._channels = channels
        self._name = secrets.token_hex(8)

    @to_the_end
    async def claim(self, now: datetime, *, limit: int, lease_seconds: int) -> tuple[Parcel, ...]:
        async with self._database.writing() as connection:
            due = await connection.execute(DUE, {"now": now, "limit": limit})
            rows = _without_gaps(due.all())
            if rows:
                lease = update(outbox).where(_row.id.in_([row.id for row in rows]))
                await connection.execute(
                    lease.values(
                        leased_until=now + timedelta(seconds=lease_seconds),
                        leased_by=self._name,
                        attempts=_row.attempts + 1,
                        uncertain=or_(_row.uncertain, _row.leased_until.is_not(None)),
                    )
                )
        return tuple(_parcel(row) for row in rows)

    @to_the_end
    async def delivered(self, key: str, posted: Posted, now: datetime) -> None:
        """Told a second time, the first stands."""
        arrived: dict[str, Any] = {
            "state": DELIVERED,
            "posted_place": posted.place,
            "posted_message": posted.message,
            "delivered_at": now,
            "reason": None,
            "parked_at": None,
        }
        change = update(outbox).where(_row.key == key).values(arrived | _FREE)
        async with self._database.writing() as connection:
            if (await connection.execute(change.where(_row.state == WAITING))).rowcount:
                return
            if (await connection.execute(change.where(_row.state == PARKED))).rowcount:
                redraws = (_row.original == key, _row.state == PARKED)
                await connection.execute(update(outbox).where(*redraws).values(_FREED))

    @to_the_end
    async def postpone(
        self, key: str, until: datetime, reason: str, *, uncertain: bool, tried: bool = True
    ) -> None:
        """Ignored from a dispatcher whose lease somebody else has taken over."""
        later: dict[str, Any] = {"due_at": until, "reason": reason}
        if uncertain:
            later["uncertain"] = True
        if not tried:
            later["attempts"] = _row.attempts - 1
        async with self._database.writing() as connection:
            await connection.execute(update(outbox).where(*self._mine(key)).values(later | _FREE))

    @to_the_end
    async def hold(self, address: Address, until: datetime) -> None:
        async with self._database.writing() as connection:
            insert = upsert(connection, holds, replacing=False)
            row = {"platform": address.platform, "place": address.place, "until": until}
            await connection.execute(insert.values(row))
            longer = update(holds).where(*_at(address), holds.c.until < until)
            await connection.execute(longer.values(until=until))

    @to_the_end
    async def park(self, key: str, reason: str, now: datetime, cause: Cause = Cause.OTHER) -> None:
        """Ignored from a dispatcher whose lease somebody else has taken over."""
        async with self._database.writing() as connection:
            parked = {"state": PARKED, "reason": reason, "parked_at": now}
            mine = update(outbox).where(*self._mine(key)).values(parked | _FREE)
            if (await connection.execute(mine)).rowcount:
                redraws = (_row.original == key, _row.state == WAITING)
                parked["reason"] = ORIGINAL_PARKED
                await connection.execute(update(outbox).where(*redraws).values(parked | _FREE))
                row = (await connection.execute(select(outbox).where(_row.key == key))).one()
                slip = Slip.kept(row)
                told = told_of(slip, cause, self._channels)
                await post_notices(connection, tuple(of_parked(slip, cause)), told, now)

    async def parked(self, limit: int = 100) -> tuple[Parked, ...]:
        """The longest parked first."""
        query = select(outbox).where(_row.state == PARKED)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(_row.parked_at, _row.id).limit(limit))
            return tuple(_parked(row) for row in rows)

    @to_the_end
    async def retry(self, key: str, now: datetime) -> bool:
        """A redraw brings its parked original with it, and an original its redraws.

        ``False`` too where there still is no account or channel to send it to.
        """
        async with self._database.writing() as connection:
            await lock_head(connection)
            family = await _family(connection, key)
            wanted = next((row for row in family if row.key == key), None)
            if wanted is None or wanted.state != PARKED:
                return False
            if wanted.place is None:
                slips = [Slip.kept(row) for row in family]
                return await readdress(connection, slips, self._channels)
            parked = [row for row in family if row.state == PARKED]
            together = parked if parked[0].original is None else [wanted]
            free = update(outbox).where(_row.id.in_([row.id for row in together]))
            await connection.execute(free.values(_FREED | {"due_at": now}))
            return True

    async def waiting(self) -> int:
        query = select(func.count()).where(_row.state == WAITING)
        async with self._database.reading() as connection:
            return (await connection.execute(query)).scalar_one()

    def _mine(self, key: str) -> tuple[ColumnElement[bool], ...]:
        held = or_(_row.leased_by.is_(None), _row.leased_by == self._name)
        return (_row.key == key, _row.state == WAITING, held)


def _at(address: Address) -> tuple[ColumnElement[bool], ...]:
    return holds.c.platform == address.platform, holds.c.place == address.place


def _without_gaps(due: Sequence[AnyRow]) -> list[AnyRow]:
    """Of each address only what follows directly on what is taken with it."""
    taken: dict[int | None, AnyRow] = {}
    for row in due:
        if row.behind is None or row.behind in taken:
            taken[row.id] = row
    return list(taken.values())


async def _family(connection: AsyncConnection, key: str) -> Sequence[AnyRow]:
    """The parcel of this key, its original and every redraw of that, the original first."""
    original = await connection.scalar(select(_row.original).where(_row.key == key))
    root = original or key
    query = select(outbox).where(or_(_row.key == root, _row.original == root))
    return (await connection.execute(query.order_by(_row.id).with_for_update())).all()


def _parcel(row: AnyRow) -> Parcel:
    return Parcel(
        key=row.key,
        kind=row.kind,
        about=loads(row.about, dict[str, str]),
        address=Address(row.platform, row.place, row.is_person),
        attempts=row.attempts,
        uncertain=row.uncertain or row.leased_until is not None,
        posted=Posted(row.stands_in, row.stands_as) if row.original else None,
        is_redraw=row.original is not None,
    )


def _parked(row: AnyRow) -> Parked:
    addressed = row.place is not None
    address = Address(row.platform, row.place, row.is_person) if addressed else None
    return Parked(row.key, row.kind, address, row.reason, row.parked_at)
