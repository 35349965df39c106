"""The Events API: what people say to the bot, told again until it listens."""

from pathlib import Path
from typing import Any

from aiohttp import web

from tests.adapters.playground.stage import ALERTS, ASHA, ASHA_DM, TEAM, Stage, staged


async def say(stage: Stage, channel: str = ASHA_DM) -> str:
    answer = await stage.post("message", seat=ASHA, channel=channel, text="Hello & <you>")
    await stage.playground.settled()
    return str(answer["ts"])


async def test_what_the_bot_is_told(stage: Stage) -> None:
    ts = await say(stage)
    (told,) = stage.bot.heard
    assert (told["type"], told["team_id"]) == ("event_callback", TEAM)
    event = told["event"]
    assert (event["type"], event["channel_type"]) == ("message", "im")
    assert (event["user"], event["channel"], event["ts"]) == (ASHA, ASHA_DM, ts)
    assert event["text"] == "Hello &amp; &lt;you&gt;"
    assert event["event_ts"] == ts
    headers = stage.bot.headers[0]
    assert headers["Content-Type"] == "application/json"
    assert "X-Slack-Retry-Num" not in headers


async def test_only_what_it_is_subscribed_to(stage: Stage) -> None:
    await say(stage, ALERTS)
    assert stage.bot.heard == []


async def test_of_channels_too_where_it_is_subscribed_to_them(tmp_path: Path) -> None:
    async with staged(tmp_path, event_types=("message.channels",)) as stage:
        await say(stage)
        ts = await say(stage, ALERTS)
        (told,) = stage.bot.heard
    event = told["event"]
    assert (event["channel"], event["channel_type"], event["ts"]) == (ALERTS, "channel", ts)
    assert told["is_ext_shared_channel"] is False
    assert told["authorizations"][0]["is_bot"] is True


async def test_three_retries_of_the_same_event(stage: Stage) -> None:
    stage.bot.answers("Oops", status=500)
    await say(stage)
    assert len({told["event_id"] for told in stage.bot.heard}) == 1
    assert [h.get("X-Slack-Retry-Num") for h in stage.bot.headers] == [None, "1", "2", "3"]
    assert [h.get("X-Slack-Retry-Reason") for h in stage.bot.headers[1:]] == ["http_error"] * 3
    assert stage.time.pauses == [0.0, 60.0, 300.0]


async def test_retries_end_when_the_bot_listens(stage: Stage) -> None:
    async def second_time(_payload: dict[str, Any]) -> web.Response:
        return web.Response(status=500 if len(stage.bot.heard) == 1 else 200)

    stage.bot.say = second_time
    await say(stage)
    assert len(stage.bot.heard) == 2


async def test_no_retry_when_the_bot_wants_none(stage: Stage) -> None:
    stage.bot.answers("Oops", status=500, **{"X-Slack-No-Retry": "1"})
    await say(stage)
    assert len(stage.bot.heard) == 1
