"""Shortcuts of the workspace and of a message."""

from typing import Any

import pytest

from tests.adapters.playground.samples import (
    modal,
)
from tests.adapters.playground.stage import (
    ALERTS,
    ASHA,
    MORGAN,
    TEAM,
    Stage,
)


async def test_a_global_shortcut(stage: Stage) -> None:
    await stage.post("shortcut", seat=ASHA, callback_id="report_incident")
    sent = stage.bot.last
    assert (sent["type"], sent["callback_id"]) == ("shortcut", "report_incident")
    assert sent["team"] == {"id": TEAM, "domain": "playground"}
    assert sent["user"] == {
        "id": ASHA,
        "username": "asha.adviser",
        "name": "asha.adviser",
        "team_id": TEAM,
    }
    assert (sent["enterprise"], sent["is_enterprise_install"]) == (None, False)
    assert "channel" not in sent
    assert "response_url" not in sent
    answer = await stage.slack.views_open(trigger_id=sent["trigger_id"], view=modal())
    assert [view["id"] for view in await stage.views()] == [answer["view"]["id"]]


async def test_a_message_shortcut(stage: Stage) -> None:
    said = await stage.post("message", seat=MORGAN, channel=ALERTS, text="He shouted <again>")
    await stage.post(
        "shortcut", seat=ASHA, callback_id="report_message", channel=ALERTS, ts=said["ts"]
    )
    sent = stage.bot.last
    assert (sent["type"], sent["callback_id"]) == ("message_action", "report_message")
    assert sent["channel"] == {"id": ALERTS, "name": "alerts"}
    assert sent["message_ts"] == said["ts"]
    assert sent["message"]["text"] == "He shouted &lt;again&gt;"
    assert sent["message"]["user"] == MORGAN
    assert sent["user"]["id"] == ASHA
    assert sent["response_url"].startswith(stage.base)
    assert sent["trigger_id"]


@pytest.mark.parametrize(
    ("ask", "what"),
    [
        ({"callback_id": "dance"}, "shortcut"),
        ({"callback_id": "report_message"}, "shortcut"),
        ({"callback_id": "report_incident", "channel": ALERTS, "ts": "1.0"}, "shortcut"),
        ({"callback_id": "report_message", "channel": ALERTS, "ts": "1.0"}, "message"),
    ],
)
async def test_shortcuts_there_are_not(stage: Stage, ask: dict[str, Any], what: str) -> None:
    assert what in await stage.refused("shortcut", 404, seat=ASHA, **ask)
    assert stage.bot.heard == []
