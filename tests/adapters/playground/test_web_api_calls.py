"""How the Web API is called: tokens, methods, bodies."""

import json
from typing import Any

import pytest

from tests.adapters.playground.samples import section
from tests.adapters.playground.stage import ALERTS, ASHA, TOKEN, Stage, error_of

BEARER = {"Authorization": f"Bearer {TOKEN}"}
JSON = {**BEARER, "Content-Type": "application/json"}


async def call(stage: Stage, method: str, **request: Any) -> dict[str, Any]:
    async with stage.http.post(f"{stage.base}/api/{method}", **request) as answer:
        assert answer.status == 200
        return dict(await answer.json())


async def test_who_the_bot_is(stage: Stage) -> None:
    answer = await stage.slack.auth_test()
    assert answer["team_id"] == "T0PLAY"
    assert answer["user_id"].startswith("U")
    assert answer["bot_id"].startswith("B")
    assert "chat:write" in answer.headers["x-oauth-scopes"]


async def test_no_token(stage: Stage) -> None:
    assert (await call(stage, "auth.test"))["error"] == "not_authed"


@pytest.mark.parametrize("token", ["xoxb-other", "ünïcode"])
async def test_a_wrong_token(stage: Stage, token: str) -> None:
    form = {"token": token, "channel": ALERTS, "text": "x"}
    answer = await call(stage, "chat.postMessage", data=form)
    assert answer == {"ok": False, "error": "invalid_auth"}
    assert await stage.messages(ASHA, ALERTS) == []


async def test_a_token_in_the_form(stage: Stage) -> None:
    assert (await call(stage, "auth.test", data={"token": TOKEN}))["ok"] is True


async def test_an_unknown_method(stage: Stage) -> None:
    assert await error_of(stage.slack.api_call("chat.shout")) == "unknown_method"


@pytest.mark.parametrize(
    ("body", "error"), [("{", "invalid_json"), ("[1]", "json_not_object"), ("3", "json_not_object")]
)
async def test_json_that_is_none(stage: Stage, body: str, error: str) -> None:
    assert (await call(stage, "auth.test", data=body, headers=JSON))["error"] == error


async def test_a_body_of_another_kind(stage: Stage) -> None:
    headers = {**BEARER, "Content-Type": "application/xml"}
    answer = await call(stage, "auth.test", data="<x/>", headers=headers)
    assert answer["error"] == "invalid_post_type"


async def test_a_missing_argument_is_named(stage: Stage) -> None:
    answer = await call(stage, "chat.postMessage", data="{}", headers=JSON)
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]


async def test_an_argument_of_the_wrong_kind(stage: Stage) -> None:
    body = json.dumps({"channel": {"id": ALERTS}, "text": "x"})
    answer = await call(stage, "chat.postMessage", data=body, headers=JSON)
    assert answer["error"] == "invalid_arguments"
    body = json.dumps({"channel": ALERTS, "limit": "many"})
    answer = await call(stage, "conversations.history", data=body, headers=JSON)
    assert answer["error"] == "invalid_arguments"


async def test_blocks_in_a_form_and_in_json(stage: Stage) -> None:
    blocks = [section("A card")]
    form = {"channel": ALERTS, "text": "Card", "blocks": json.dumps(blocks)}
    assert (await call(stage, "chat.postMessage", data=form, headers=BEARER))["ok"] is True
    body = json.dumps({"channel": ALERTS, "text": "Card", "blocks": blocks})
    assert (await call(stage, "chat.postMessage", data=body, headers=JSON))["ok"] is True
    first, second = await stage.messages(ASHA, ALERTS)
    assert first["blocks"][0]["text"] == second["blocks"][0]["text"] == blocks[0]["text"]


async def test_blocks_that_are_no_json(stage: Stage) -> None:
    form = {"channel": ALERTS, "text": "Card", "blocks": "[{"}
    answer = await call(stage, "chat.postMessage", data=form, headers=BEARER)
    assert answer["error"] == "invalid_blocks_format"


async def test_arguments_in_the_query(stage: Stage) -> None:
    url = f"{stage.base}/api/users.info"
    async with stage.http.get(url, params={"user": ASHA}, headers=BEARER) as answer:
        assert (await answer.json())["user"]["id"] == ASHA
