"""A parcel as it is first written into the outbox."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final, Self

from adapters.storage.connecting.engine import AnyRow
from adapters.storage.writing.codec import dumps
from bot.views.ports import Address
from core.services.messages import Channel, Message, Person

Channels = Mapping[Channel, Sequence[Address]]

NO_ACCOUNT: Final = "no-account"
NO_CHANNEL: Final = "no-channel"
ORIGINAL_PARKED: Final = "original-parked"
AT_ONCE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Due whatever the clock says, so that a clock set back delays nothing."""

WAITING: Final = "waiting"
DELIVERED: Final = "delivered"
PARKED: Final = "parked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """``original``: the key of the one copy that a redraw is for.

    Without ``platform`` and ``place`` nobody could say where to send it: it is parked then.
    """

    key: str
    message: str
    kind: str
    about: str
    staff: str | None
    channel: str | None
    redraws: str | None
    original: str | None
    platform: str | None
    place: str | None
    is_person: bool
    state: str
    reason: str | None
    parked_at: datetime | None

    @classmethod
    def of(cls, message: Message, now: datetime) -> Self:
        """Not addressed yet."""
        person = message.to.staff if isinstance(message.to, Person) else None
        return cls(
            key=f"{message.key}/",
            message=message.key,
            kind=message.kind.value,
            about=dumps(dict(message.about)),
            staff=person,
            channel=message.to.value if isinstance(message.to, Channel) else None,
            redraws=message.redraws,
            original=f"{message.redraws}/" if message.redraws else None,
            platform=None,
            place=None,
            is_person=person is not None,
            state=PARKED,
            reason=NO_ACCOUNT if person else NO_CHANNEL,
            parked_at=now,
        )

    @classmethod
    def kept(cls, row: AnyRow) -> Self:
        return cls(**{name: getattr(row, name) for name in cls.__slots__})

    @property
    def row(self) -> dict[str, Any]:
        return asdict(self) | {"due_at": AT_ONCE, "attempts": 0, "uncertain": False}

    def addressed(self, addresses: Sequence[Address]) -> list[Self]:
        """One slip for each address, or this one as it is where there is none."""
        return [self._to(address) for address in addresses] or [self]

    def like(self, copy: Self) -> Self:
        """This redraw for one copy of its message: to the same place, and parked if that is."""
        parked = copy.state == PARKED
        unaddressed = copy.place is None
        return replace(
            self,
            key=self.message + copy.key.removeprefix(copy.message),
            original=copy.key,
            platform=copy.platform,
            place=copy.place,
            state=PARKED if parked else WAITING,
            reason=(copy.reason if unaddressed else ORIGINAL_PARKED) if parked else None,
            parked_at=self.parked_at if parked else None,
        )

    def _to(self, address: Address) -> Self:
        where = f"{address.platform}:{address.place}"
        return replace(
            self,
            key=f"{self.message}/{where}",
            original=f"{self.redraws}/{where}" if self.redraws else None,
            platform=address.platform,
            place=address.place,
            is_person=address.is_person,
            state=WAITING,
            reason=None,
            parked_at=None,
        )
