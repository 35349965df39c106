"""Forged, stale, broken and oversized requests."""

import json
import logging
import time
from urllib.parse import urlencode

import pytest

from tests.adapters.slack.web_api import TEAM
from tests.adapters.slack.workspace import USER, Workspace, pressing

FORM = "application/x-www-form-urlencoded"


async def test_a_forged_signature_is_refused(place: Workspace) -> None:
    body = urlencode({"command": "/ucb", "team_id": TEAM, "user_id": USER, "trigger_id": "1"})
    assert (await place.send(body, secret="guessed")).status == 401
    assert not place.talk.asked


async def test_a_body_that_was_changed_after_signing_is_refused(place: Workspace) -> None:
    answer = await place.send("a=1", headers={"X-Slack-Signature": "v0=" + "0" * 64})
    assert answer.status == 401


@pytest.mark.parametrize("age", [-400, 400])
async def test_a_timestamp_more_than_five_minutes_off_is_refused(
    place: Workspace, age: int
) -> None:
    assert (await place.send("a=1", at=str(int(time.time()) - age))).status == 401


@pytest.mark.parametrize("stamp", ["", "now", "1e9", "９"])
async def test_a_timestamp_that_is_no_number_is_refused(place: Workspace, stamp: str) -> None:
    answer = await place.send("a=1", headers={"X-Slack-Request-Timestamp": stamp or "x"})
    assert answer.status == 401


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{", "application/json"),
        ("[1]", "application/json"),
        ("null", "application/json"),
        ("{}", "application/json"),
        ("[" * 100_000, "application/json"),
        (b"\xff\xfe", FORM),
        ("payload=%7B", FORM),
        ("payload=[]", FORM),
        ("", FORM),
        ("command=%2Fucb", FORM),
        (urlencode({"command": "/other", "user_id": USER, "trigger_id": "1"}), FORM),
        ("&".join(f"k{n}=v" for n in range(500)), FORM),
        (json.dumps({"type": "event_callback", "event": 7}), "application/json"),
        (json.dumps({"type": "view_submission", "view": {"callback_id": "x"}}), "application/json"),
        (json.dumps({"type": "block_actions", "actions": []}), "application/json"),
        (json.dumps({"type": "block_actions", "actions": [7], "user": 1}), "application/json"),
        (json.dumps({"type": "shortcut", "callback_id": "report_incident"}), "application/json"),
        (json.dumps({"type": "nonsense", "team": 3}), "application/json"),
    ],
)
async def test_what_slack_would_never_send_is_answered_400_without_a_word(
    place: Workspace, body: str | bytes, kind: str
) -> None:
    answer = await place.send(body, kind=kind)
    assert answer.status == 400
    assert "Traceback" not in answer.body
    assert not place.talk.asked


async def test_a_huge_body_is_refused(place: Workspace) -> None:
    assert (await place.send("x" * (2 * 1024 * 1024 + 1))).status == 400


async def test_slack_can_verify_the_address(place: Workspace) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"})
    answer = await place.send(body, kind="application/json")
    assert (answer.status, answer.json) == (200, {"challenge": "abc"})


async def test_events_and_their_repetitions_are_acknowledged(place: Workspace) -> None:
    body = json.dumps(
        {
            "type": "event_callback",
            "team_id": TEAM,
            "event_id": "Ev1",
            "event": {"type": "app_uninstalled"},
        }
    )
    repeated = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    assert (await place.send(body, kind="application/json")).status == 200
    assert (await place.send(body, kind="application/json", headers=repeated)).status == 200


async def test_messages_that_slack_leaves_out_are_told_to_the_operator(
    place: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"type": "app_rate_limited", "team_id": TEAM, "minute_rate_limited": 1700000000}
    answer = await place.send(json.dumps(body), kind="application/json")
    assert answer.status == 200
    assert "Slack leaves messages out" in caplog.text


async def test_the_logs_hold_no_payload(place: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = "what-casey-customer-wrote"
    payload = pressing(place.slack.url("/respond/x"), note=secret, user={"id": 3})
    await place.interact(payload)
    await place.send(f"text={secret}", secret="guessed")
    await place.interact({"type": "unheard-of", "text": secret})
    await place.command(secret)
    await place.slack.called("users.info")
    records = [r.getMessage() for r in caplog.records if not r.name.startswith("asyncio")]
    assert records
    assert not [text for text in records if secret in text]


async def test_a_closed_door_sends_slack_elsewhere(place: Workspace) -> None:
    await place.adapter.close()
    assert (await place.command("help")).status == 503
