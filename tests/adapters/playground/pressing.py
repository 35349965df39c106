"""Messages with something to press, and the press."""

from typing import Any

from tests.adapters.playground.samples import (
    actions,
    button,
    option,
    section,
)
from tests.adapters.playground.stage import (
    ALERTS,
    ASHA,
    Stage,
)

NO_ANSWER = "UCB did not respond. Try again in a moment."
CARD = [section("Decide"), actions(button("approve", "Approve", value="p1", style="primary"))]
PRESS = {"type": "button", "action_id": "approve", "value": "forged"}
MENU = {"type": "static_select", "action_id": "menu", "options": [option("a"), option("b")]}


async def posted(stage: Stage, blocks: Any, channel: str = ALERTS) -> str:
    return str((await stage.slack.chat_postMessage(channel=channel, text="x", blocks=blocks))["ts"])


async def press(stage: Stage, ts: str, **more: Any) -> dict[str, Any]:
    where = {"seat": ASHA, "channel": ALERTS, "ts": ts, "block_id": "buttons"}
    await stage.post("action", **{**where, "element": PRESS, **more})
    return stage.bot.last
