"""Reports as a colleague fills them in: each of another customer, so that no case grows long."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import Final

from benchmarks.bots import RunningBot, submission_body
from benchmarks.filler import Known
from bot.views.form import Values

NARRATIVE: Final = "Shouted at a colleague on the telephone, and called again within the hour. " * 5


class Reports:
    """The bodies of signed requests that submit the report form of ``bot``."""

    def __init__(self, bot: RunningBot, known: Sequence[Known]) -> None:
        self._bot = bot
        self._customers = cycle(one.customer for one in known)

    async def start(self) -> None:
        """Opens the form, once for all."""
        self._view = await self._bot.form("report")

    def next(self) -> str:
        return submission_body(
            self._view,
            {
                "customer": _chosen(next(self._customers)),
                "means": _chosen("phone"),
                "occurred_at": {"selected_date_time": int(time.time()) - 3600},
                "behaviours": {"selected_options": [_option("threatening"), _option("frequency")]},
                "topic": {"value": "Grant application"},
                "narrative": {"value": NARRATIVE},
                "corresponding": _chosen("asha"),
            },
        )


def values_of(known: Known) -> Values:
    """The same, as the adapter hands it to the conversation."""
    return {
        "customer": known.customer,
        "means": "phone",
        "occurred_at": datetime.now(UTC) - timedelta(hours=1),
        "behaviours": ("threatening", "frequency"),
        "topic": "Grant application",
        "narrative": NARRATIVE,
        "corresponding": "asha",
    }


def _chosen(value: str) -> dict[str, object]:
    return {"selected_option": _option(value)}


def _option(value: str) -> dict[str, object]:
    return {"value": value, "text": {"type": "plain_text", "text": value}}
