"""The outbox, as the dispatcher sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.views.ports import Address, Posted


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


class Outbox(Protocol):
    async def claim(self, now: datetime, *, limit: int, lease_seconds: int) -> tuple[Parcel, ...]:
        """Parcels due, taken for ``lease_seconds``; nobody else gets them meanwhile.

        A redraw is due only once its original has been delivered. A parcel whose lease ran out
        comes back with ``uncertain`` set.
        """
        ...

    async def delivered(self, key: str, posted: Posted, now: datetime) -> None: ...

    async def postpone(
        self, key: str, until: datetime, reason: str, *, uncertain: bool
    ) -> None: ...

    async def hold(self, address: Address, until: datetime) -> None:
        """Nothing goes to this address before ``until`` (a platform asked us to wait)."""
        ...

    async def park(self, key: str, reason: str, now: datetime) -> None:
        """Give up trying, visibly; redraws of it are parked with it."""
        ...
