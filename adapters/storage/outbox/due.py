"""Which parcels are due, and in which order those of one address go out."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Select,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from adapters.storage.outbox.slips import DELIVERED, WAITING
from adapters.storage.schema.outbox import holds, outbox
from bot.outbox import EVERY_PLACE, TRIES_IN_ORDER

_row: Final = outbox.c
_now: Final[BindParameter[datetime]] = bindparam("now")


def _due() -> Select[Any]:
    """The oldest due parcels that nobody has and nothing keeps back.

    ``behind`` is the id of the parcel that stands directly before one. Its row may be in the
    hands of another replica that is just claiming it, where ``SKIP LOCKED`` shows neither the row
    nor its new lease; whoever claims must then leave alone what stands behind it.
    """
    original = outbox.alias("original")
    unclaimed = or_(_row.leased_until.is_(None), _row.leased_until <= _now)
    stands = or_(_row.original.is_(None), original.c.state == DELIVERED)
    ahead = outbox.alias("ahead")
    return (
        select(
            outbox,
            original.c.posted_place.label("stands_in"),
            original.c.posted_message.label("stands_as"),
            select(func.max(ahead.c.id))
            .where(*_ahead_in_line(ahead))
            .scalar_subquery()
            .label("behind"),
        )
        .outerjoin(original, original.c.key == _row.original)
        .where(_row.state == WAITING, _row.due_at <= _now, unclaimed, stands)
        .where(~_kept_back(), ~_overtakes(), ~_on_hold())
        .order_by(_row.id)
        .limit(bindparam("limit"))
        .with_for_update(of=outbox, skip_locked=True)
    )


def _ahead_in_line(ahead: FromClause) -> tuple[ColumnElement[bool], ...]:
    """Older messages for the same address, redraws apart, but for those that let others pass."""
    return (
        _row.original.is_(None),
        ahead.c.platform == _row.platform,
        ahead.c.place == _row.place,
        ahead.c.state == WAITING,
        ahead.c.id < _row.id,
        ahead.c.original.is_(None),
        ahead.c.attempts < TRIES_IN_ORDER,
    )


def _kept_back() -> ColumnElement[bool]:
    """By an older message that somebody has in hand, or that was put off.

    The oldest of them is looked up row by row, because PostgreSQL may turn an ``EXISTS`` into a
    join of all that waits for the address with itself.
    """
    ahead = outbox.alias("unfinished")
    busy = or_(ahead.c.leased_until > _now, ahead.c.due_at > _now)
    oldest = select(ahead.c.id).where(*_ahead_in_line(ahead), busy).order_by(ahead.c.id).limit(1)
    return oldest.scalar_subquery().is_not(None)


def _overtakes() -> ColumnElement[bool]:
    """A redraw whose original has an older one to come."""
    earlier = outbox.alias("earlier")
    return exists().where(
        earlier.c.original == _row.original,
        earlier.c.state == WAITING,
        earlier.c.id < _row.id,
    )


def _on_hold() -> ColumnElement[bool]:
    places = or_(holds.c.place == _row.place, holds.c.place == EVERY_PLACE)
    return exists().where(holds.c.platform == _row.platform, places, holds.c.until > _now)


DUE: Final = _due()
"""Takes ``now`` and ``limit``. Made once: putting it together costs as much as running it."""
