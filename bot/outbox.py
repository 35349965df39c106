"""The outbox, as the dispatcher sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.views.ports import Address, Posted
from core.services.undelivered import Cause

TRIES_IN_ORDER: Final = 5
"""So many tries of a message keep the newer ones for its address waiting; then they may pass."""

EVERY_PLACE: Final = ""
"""As the place of an address on hold: all of its platform."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message for one address. ``posted``: for a redraw, where the copy stands.

    ``attempts`` counts earlier tries; ``uncertain`` means one of them may have arrived.
    """

    key: str
    kind: str
    about: Mapping[str, str]
    address: Address
    attempts: int
    uncertain: bool
    posted: Posted | None = None
    is_redraw: bool = False


@dataclass(frozen=True, slots=True)
class Parked:
    """A parcel that waits for a person: nothing tries it again until ``retry``.

    ``address`` is ``None`` where nobody could say where to send it: ``no-account`` (the person
    has no chat account yet; linking one sets it free) or ``no-channel`` (not in the settings).
    """

    key: str
    kind: str
    address: Address | None
    reason: str
    parked_at: datetime


class Outbox(Protocol):
    async def claim(self, now: datetime, *, limit: int, lease_seconds: int) -> tuple[Parcel, ...]:
        """Parcels due, taken for ``lease_seconds``; nobody else gets them meanwhile.

        Oldest first. A message is not due while an older one for its address is in anybody's
        hands or put off, unless that has had ``TRIES_IN_ORDER`` tries. A redraw is due once its
        original and the earlier redraws of that are done. A parcel whose lease ran out comes back
        with ``uncertain`` set.
        """
        ...

    async def delivered(self, key: str, posted: Posted, now: datetime) -> None: ...

    async def postpone(
        self, key: str, until: datetime, reason: str, *, uncertain: bool, tried: bool = True
    ) -> None:
        """Give it back until then. Not ``tried``: it only waited, so this claim does not count."""
        ...

    async def hold(self, address: Address, until: datetime) -> None:
        """Nothing goes to this address before ``until`` (a platform asked us to wait).

        With ``EVERY_PLACE`` as its place, nothing goes to the platform.
        """
        ...

    async def park(self, key: str, reason: str, now: datetime, cause: Cause = Cause.OTHER) -> None:
        """Give up trying, visibly; redraws of it are parked with it.

        The Customer Focus channel is told in the same transaction, once for each parcel.
        """
        ...

    async def parked(self, limit: int = 100) -> tuple[Parked, ...]: ...

    async def retry(self, key: str, now: datetime) -> bool:
        """Set a parked parcel free again; ``False`` when there is none of that key."""
        ...

    async def waiting(self) -> int:
        """How many parcels are still to be delivered, parked ones not counted."""
        ...
