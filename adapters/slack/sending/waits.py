"""Channels in which Slack asked us to wait: it counts by channel, however many replies go there."""

import time
from collections.abc import Callable

from bot.views.ports import DeliveryFailed


class Waits:
    """``clock``: seconds that only go forward."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}

    def note(self, channel: str, failed: DeliveryFailed) -> DeliveryFailed:
        if failed.retry_after is not None and not failed.check:
            self._until[channel] = self._clock() + failed.retry_after
        return failed

    def check(self, channel: str) -> None:
        """Raises ``DeliveryFailed`` while nothing may be posted there."""
        until = self._until.get(channel)
        if until is None:
            return
        if (left := until - self._clock()) > 0:
            raise DeliveryFailed("ratelimited", retry_after=left)
        del self._until[channel]
