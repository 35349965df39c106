"""Looks, again and again, for alerts of which nobody says what happened.

As in ``bot.sweeps``, what is due is found in what is kept, never remembered by this process.
"""

import logging
from typing import Final

from core.services.alerting.alert_reminding import AlertReminding
from core.vocabulary.ids import AlertId
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)

PAGE: Final = 100


class AlertSweep:
    def __init__(self, reminding: AlertReminding) -> None:
        self._reminding = reminding

    async def sweep(self) -> int:
        """Returns how many were brought to mind.

        An alert that fails is left for the next sweep and stops no other.
        """
        reminded = 0
        seen: set[AlertId] = set()
        while due := await self._due(seen):
            for alert in due:
                seen.add(alert)
                reminded += await self._remind(alert)
        return reminded

    async def _due(self, seen: set[AlertId]) -> list[AlertId]:
        due = await self._reminding.due(PAGE + len(seen))
        return [alert for alert in due if alert not in seen]

    async def _remind(self, alert: AlertId) -> bool:
        try:
            return await self._reminding.remind(alert)
        except Refused as refused:
            log.info("no reminder of alert %s: %s", alert, refused.refusal.rule)
        except Exception:
            log.exception("a reminder of alert %s failed", alert)
        return False
