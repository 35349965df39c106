"""What an adapter asks of the conversation, and what the dispatcher asks of an adapter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.views.answer import Answer, Caller, Overheard, QuotedMessage
from bot.views.card import Card
from bot.views.form import Option, Source, Values
from core.services.undelivered import Cause


class Talk(Protocol):
    """The conversation, as every adapter sees it. It never raises for anything a person did."""

    async def command(self, caller: Caller, text: str) -> Answer:
        """What was typed after ``/ucb``."""
        ...

    async def shortcut(self, caller: Caller, quoted: QuotedMessage | None = None) -> Answer:
        """The report form, opened from a menu, with the message it was opened on if any."""
        ...

    async def press(self, caller: Caller, action: str, value: str) -> Answer: ...

    async def submit(self, caller: Caller, form: str, state: str, values: Values) -> Answer: ...

    async def suggest(self, caller: Caller, source: Source, query: str) -> tuple[Option, ...]: ...

    async def overheard(self, message: Overheard) -> None:
        """In a channel that nobody asked us to watch it is not even looked at."""
        ...


class Quotes(Protocol):
    """Reads a message again when somebody wants to report it: we keep none."""

    async def quote(self, place: str) -> QuotedMessage | None:
        """``place``: of ``Overheard``. ``None`` where the platform does not show it to us."""
        ...

    async def hears(self, channel: str) -> bool:
        """``False`` where we are certainly not told what is said in the channel."""
        ...


class Painter(Protocol):
    """Draws outbox messages, each time from the case as it stands at that moment."""

    async def draw(self, kind: str, about: Mapping[str, str]) -> Card:
        """``kind`` and ``about`` of ``core.services.messages.Message``."""
        ...


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes on one platform. ``place``: a channel's id, or a user's id."""

    platform: str
    place: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class Posted:
    """A delivered message: the conversation it stands in and its id there."""

    place: str
    message: str


class DeliveryFailed(Exception):
    """A message did not arrive. ``reason``: a short code, no personal data.

    ``retry_after``: seconds the platform asked for. ``final``: trying again is of no use.
    ``uncertain``: it may have arrived all the same. ``check``: the setting that is wrong where
    the platform refuses the bot itself, so that nothing arrives before ``retry_after`` anywhere.
    ``cause``: what to tell colleagues if it is given up.
    """

    def __init__(
        self,
        reason: str,
        *,
        retry_after: float | None = None,
        final: bool = False,
        uncertain: bool = False,
        check: str = "",
        cause: Cause = Cause.OTHER,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.final = final
        self.uncertain = uncertain
        self.check = check
        self.cause = cause


class Courier(Protocol):
    """Delivers to one platform. Every method raises ``DeliveryFailed``."""

    async def post(self, to: Address, card: Card, key: str) -> Posted:
        """``key`` is kept with the message, so that ``find`` can tell whether it arrived."""
        ...

    async def redraw(self, posted: Posted, card: Card, key: str) -> None: ...

    async def find(self, to: Address, key: str) -> Posted | None:
        """The message posted earlier under ``key``, if the platform has it."""
        ...
