"""Typing a command: what reaches the bot, and what its acknowledgement says."""

from pathlib import Path
from typing import Any

import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.adapters.playground.samples import section
from tests.adapters.playground.stage import (
    ALERTS,
    ASHA,
    ASHA_DM,
    MORGAN,
    MORGAN_DM,
    TEAM,
    Stage,
    staged,
)

HELP = {"seat": ASHA, "channel": ALERTS, "command": "/ucb", "text": "help"}


async def test_what_the_bot_is_sent(stage: Stage) -> None:
    await stage.post("command", **{**HELP, "text": " check Smith & <Sons> "})
    sent = stage.bot.last
    assert sent["command"] == "/ucb"
    assert sent["text"] == "check Smith &amp; &lt;Sons&gt;"
    assert (sent["user_id"], sent["user_name"]) == (ASHA, "asha.adviser")
    assert (sent["channel_id"], sent["channel_name"]) == (ALERTS, "alerts")
    assert (sent["team_id"], sent["is_enterprise_install"]) == (TEAM, "false")
    assert sent["response_url"].startswith(f"{stage.base}/response/")
    assert sent["trigger_id"].count(".") == 2
    headers = stage.bot.headers[-1]
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"


async def test_in_a_direct_conversation(stage: Stage) -> None:
    await stage.post("command", **{**HELP, "channel": ASHA_DM})
    assert stage.bot.last["channel_id"] == ASHA_DM
    assert stage.bot.last["channel_name"] == "directmessage"


async def test_an_empty_acknowledgement_says_nothing(stage: Stage) -> None:
    assert await stage.post("command", **HELP) == {}
    assert await stage.messages(ASHA, ALERTS) == []


async def test_plain_text_is_for_the_asker_alone(stage: Stage) -> None:
    stage.bot.answers("You can report.")
    await stage.post("command", **HELP)
    (message,) = await stage.messages(ASHA, ALERTS)
    assert (message["text"], message["ephemeral"]) == ("You can report.", True)
    assert await stage.messages(MORGAN, ALERTS) == []


async def test_blocks_in_the_channel(stage: Stage) -> None:
    stage.bot.answers({"response_type": "in_channel", "text": "x", "blocks": [section("All")]})
    await stage.post("command", **HELP)
    (message,) = await stage.messages(MORGAN, ALERTS)
    assert message["blocks"][0]["text"]["text"] == "All"
    assert message["ephemeral"] is False


@pytest.mark.parametrize(
    "body", ["{not json", {"text": "x", "blocks": [{"type": "carousel"}]}, {"text": "x" * 40_001}]
)
async def test_an_answer_slack_cannot_show(stage: Stage, body: Any) -> None:
    stage.bot.answers(body)
    sentence = await stage.refused("command", 502, **HELP)
    assert sentence == '/ucb failed with the error "invalid_command_response"'
    assert await stage.messages(ASHA, ALERTS) == []


@pytest.mark.parametrize("status", [201, 302, 401, 404, 500])
async def test_any_status_but_200_failed(stage: Stage, status: int) -> None:
    stage.bot.answers("Sorry", status=status)
    sentence = await stage.refused("command", 502, **HELP)
    assert sentence == '/ucb failed with the error "dispatch_failed"'


async def test_no_answer_in_time(tmp_path: Path) -> None:
    async with staged(tmp_path, patience=0.05) as stage:
        stage.bot.is_silent()
        sentence = await stage.refused("command", 502, **HELP)
        assert sentence == '/ucb failed with the error "operation_timeout"'


async def test_a_bot_that_is_not_there(stage: Stage) -> None:
    await stage.bot_server.close()
    sentence = await stage.refused("command", 502, **HELP)
    assert sentence == '/ucb failed with the error "dispatch_failed"'


async def test_what_is_no_command_here(stage: Stage) -> None:
    assert await stage.refused("command", 404, **{**HELP, "command": "/giphy"}) == (
        "/giphy is not a valid command."
    )
    assert "channel" in await stage.refused("command", 404, **{**HELP, "channel": MORGAN_DM})
    assert stage.bot.heard == []


class TestResponseUrl:
    async def line(self, stage: Stage) -> AsyncWebhookClient:
        await stage.post("command", **HELP)
        return AsyncWebhookClient(stage.bot.last["response_url"], session=stage.http)

    async def test_it_answers_the_asker(self, stage: Stage) -> None:
        url = await self.line(stage)
        answer = await url.send(text="Done", blocks=[section("Done")])
        assert answer.status_code == 200
        (message,) = await stage.messages(ASHA, ALERTS)
        assert (message["text"], message["ephemeral"]) == ("Done", True)
        assert await stage.messages(MORGAN, ALERTS) == []

    async def test_or_the_channel(self, stage: Stage) -> None:
        url = await self.line(stage)
        await url.send(text="Done", response_type="in_channel")
        assert [m["text"] for m in await stage.messages(MORGAN, ALERTS)] == ["Done"]

    async def test_five_times_only(self, stage: Stage) -> None:
        url = await self.line(stage)
        for _ in range(5):
            assert (await url.send(text="x")).status_code == 200
        answer = await url.send(text="x")
        assert answer.status_code == 404
        assert "used_url" in answer.body
        assert len(await stage.messages(ASHA, ALERTS)) == 5

    async def test_for_half_an_hour_only(self, stage: Stage) -> None:
        url = await self.line(stage)
        stage.time.passes(minutes=30)
        assert (await url.send(text="x")).status_code == 200
        stage.time.passes(seconds=1)
        answer = await url.send(text="x")
        assert answer.status_code == 404
        assert "expired_url" in answer.body

    async def test_a_clock_jump_does_not_end_it(self, stage: Stage) -> None:
        url = await self.line(stage)
        await stage.post("clock", to="2031-01-01T00:00:00+00:00")
        assert (await url.send(text="x")).status_code == 200

    async def test_a_guessed_one(self, stage: Stage) -> None:
        url = AsyncWebhookClient(f"{stage.base}/response/guess", session=stage.http)
        assert (await url.send(text="x")).status_code == 404

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ("{", "invalid_payload"),
            ("[]", "invalid_payload"),
            ("{}", "no_text"),
            ('{"blocks": [{"type": "x"}]}', "invalid_blocks"),
            ('{"delete_original": true}', "message_not_found"),
        ],
    )
    async def test_what_it_does_not_take(self, stage: Stage, body: str, code: str) -> None:
        url = await self.line(stage)
        async with stage.http.post(url.url, data=body) as answer:
            assert answer.status == 400
            assert (await answer.json())["error"] == code
