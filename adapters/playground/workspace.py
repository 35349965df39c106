"""The workspace's fixed facts: its people, its channels, and the bot that is installed in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from adapters.playground.seats import Room, Seat

Json = dict[str, Any]
"""An object of Slack's wire protocol, as it was posted."""

BOT_USER: Final = "U0UCBBOT"
BOT_ID: Final = "B0UCBBOT"
APP_ID: Final = "A0UCBAPP"
BOT_NAME: Final = "UCB"
DOMAIN: Final = "playground"


@dataclass(frozen=True, slots=True)
class Command:
    command: str
    usage_hint: str
    description: str


@dataclass(frozen=True, slots=True)
class Shortcut:
    """``type``: "global" (from a menu) or "message" (on a message)."""

    callback_id: str
    name: str
    type: str


SHORTCUTS: Final = (
    Shortcut("report_message", "Report this message", "message"),
    Shortcut("report_incident", "Report an incident", "global"),
)


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everybody is in every channel; each person has one direct conversation, with the bot.

    ``subscribed``: the types of the Events API that the bot wants to hear of.
    """

    team: str
    seats: Sequence[Seat]
    rooms: Sequence[Room]
    command: Command
    subscribed: Collection[str] = frozenset()
    shortcuts: Sequence[Shortcut] = SHORTCUTS

    def seat(self, user: str) -> Seat | None:
        return next((seat for seat in self.seats if seat.user == user), None)

    def room(self, channel: str) -> Room | None:
        return next((room for room in self.rooms if room.id == channel), None)

    def knows(self, channel: str) -> bool:
        return self.room(channel) is not None or self.partner(channel) is not None

    def partner(self, channel: str) -> Seat | None:
        """With whom the bot speaks in this direct conversation; ``None`` for anything else."""
        return next((seat for seat in self.seats if direct(seat.user) == channel), None)

    def can_see(self, user: str, channel: str) -> bool:
        return self.room(channel) is not None or channel == direct(user)

    def channel_name(self, channel: str) -> str:
        room = self.room(channel)
        return room.name if room else "directmessage"

    def audience(self, channel: str) -> tuple[str, ...]:
        """The user ids that see what is said in the channel."""
        return tuple(seat.user for seat in self.seats if self.can_see(seat.user, channel))

    def names(self) -> dict[str, str]:
        return {**{seat.user: seat.name for seat in self.seats}, BOT_USER: BOT_NAME}


def direct(user: str) -> str:
    """The id of the person's direct conversation with the bot."""
    return f"D{user[1:]}"


def handle(seat: Seat) -> str:
    """The short name by which Slack's payloads call a person."""
    return seat.name.lower().replace(" ", ".")
