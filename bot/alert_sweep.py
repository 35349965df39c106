"""Looks, again and again, for alerts of which nobody says what happened.

As in ``bot.sweeps``, what is due is found in what is kept, never remembered by this process.
"""

import logging
from collections.abc import Sequence
from typing import Final

from bot.due import each_due
from core.services.alerting.alert_reminding import AlertReminding
from core.vocabulary.ids import AlertId
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)

PAGE: Final = 200


class AlertSweep:
    def __init__(self, reminding: AlertReminding) -> None:
        self._reminding = reminding

    async def sweep(self) -> int:
        """Returns how many were brought to mind.

        The alerts of a case that fail are left for the next sweep and stop no others.
        """
        reminded = 0
        async for alerts in each_due(self._reminding.due, PAGE):
            reminded += await self._remind(alerts)
        return reminded

    async def _remind(self, alerts: Sequence[AlertId]) -> int:
        try:
            return await self._reminding.remind(alerts)
        except Refused as refused:
            log.info("no reminder of alert %s: %s", alerts[0], refused.refusal.rule)
        except Exception:
            log.exception("a reminder of alert %s failed", alerts[0])
        return 0
