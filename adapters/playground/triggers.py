"""Trigger ids: a person did something, so the bot may open a form for them, once, within 3 s."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from adapters.playground.errors import SlackError

LIFETIME_SECONDS: Final = 3.0
_KEPT: Final = 200


@dataclass(slots=True)
class _Trigger:
    seat: str
    until: float
    exchanged: bool = False


class Triggers:
    """``elapsed``: seconds that only go forward, whatever the playground's clock is set to."""

    def __init__(self, elapsed: Callable[[], float]) -> None:
        self._elapsed = elapsed
        self._triggers: dict[str, _Trigger] = {}

    def issue(self, seat: str) -> str:
        trigger = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._triggers[trigger] = _Trigger(seat, self._elapsed() + LIFETIME_SECONDS)
        while len(self._triggers) > _KEPT:
            del self._triggers[next(iter(self._triggers))]
        return trigger

    def exchange(self, trigger: str) -> str:
        """The seat for which a form may be opened. Raises Slack's refusals."""
        known = self._triggers.get(trigger)
        if known is None:
            raise SlackError("invalid_trigger_id")
        if known.exchanged:
            raise SlackError("exchanged_trigger_id")
        if self._elapsed() > known.until:
            raise SlackError("expired_trigger_id")
        known.exchanged = True
        return known.seat
