"""Whoever gives a parcel up has the Customer Focus team told, in the same transaction."""

from collections.abc import Iterable, Iterator
from typing import Final

from adapters.storage.outbox.slips import PARKED, Channels, Slip
from adapters.storage.writing.codec import loads
from bot.views.ports import Address
from core.services.messages import Audience, Channel, ChatPlace, Message, Person
from core.services.undelivered import Cause, undelivered
from core.vocabulary.ids import StaffId

_OF_THE_MESSAGE: Final = frozenset({Cause.MESSAGE_GONE, Cause.NOT_TAKEN, Cause.NOT_DRAWN})
"""Another message arrives all the same."""


def of_unaddressed(slips: Iterable[Slip]) -> Iterator[Message]:
    """About those that are parked from the start; a redraw only waits with its original."""
    for slip in slips:
        if slip.state == PARKED and slip.reason and slip.redraws is None:
            yield from of_parked(slip, Cause(slip.reason))


def of_parked(slip: Slip, cause: Cause) -> Iterator[Message]:
    to = _audience(slip)
    told = undelivered(
        slip.key,
        slip.kind,
        loads(slip.about, dict[str, str]),
        to,
        platform=slip.platform or "",
        cause=cause,
        is_redraw=slip.redraws is not None,
    )
    if told:
        yield told


def _audience(slip: Slip) -> Audience:
    if slip.staff:
        return Person(StaffId(slip.staff))
    if slip.channel:
        return Channel(slip.channel)
    return ChatPlace(slip.platform or "", slip.place or "")


def told_of(slip: Slip, cause: Cause, channels: Channels) -> list[Address]:
    """Every place of the Customer Focus team but the one where just this did not arrive."""
    places = channels.get(Channel.CUSTOMER_FOCUS, ())
    if cause in _OF_THE_MESSAGE:
        return list(places)
    return [to for to in places if (to.platform, to.place) != (slip.platform, slip.place)]
