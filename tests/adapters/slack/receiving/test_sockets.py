"""Socket Mode: the same requests over a WebSocket that speaks Slack's protocol."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.views.answer import Problems
from bot.views.card import Card
from tests.adapters.slack.filled_in import VIEW
from tests.adapters.slack.limits_check import words
from tests.adapters.slack.reading.test_overheard import said as overheard
from tests.adapters.slack.web_api import TEAM
from tests.adapters.slack.workspace import USER, Workspace, pressing, workspace

APP_TOKEN = "xapp-made-up"


@pytest.fixture
async def connected() -> AsyncIterator[Workspace]:
    async with workspace(app_token=APP_TOKEN) as opened:
        yield opened


async def sent(place: Workspace, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
    """Sends an envelope; what came back for it."""
    envelope = {"type": kind, "envelope_id": "e1", "payload": payload}
    await place.slack.envelopes.put({**envelope, "accepts_response_payload": True})
    async with asyncio.timeout(5):
        return await place.slack.acknowledged.get()


async def test_the_connection_is_opened_with_the_app_token(connected: Workspace) -> None:
    opened = [call for call in connected.slack.calls if call.method == "apps.connections.open"]
    assert [call.token for call in opened] == [APP_TOKEN]


async def test_a_command_is_acknowledged_and_answered(connected: Workspace) -> None:
    connected.talk.answer = Card("Help", "Help")
    command = {
        "command": "/ucb",
        "text": "help",
        "team_id": TEAM,
        "user_id": USER,
        "trigger_id": "1.2.3",
        "response_url": connected.slack.url("/respond/command"),
    }
    assert await sent(connected, "slash_commands", command) == {"envelope_id": "e1"}
    assert "Help" in words((await connected.slack.called("respond/command"))["blocks"])


async def test_a_press_is_decided_before_it_is_acknowledged(connected: Workspace) -> None:
    payload = pressing(connected.slack.url("/respond/press"))
    assert await sent(connected, "interactive", payload) == {"envelope_id": "e1"}
    assert connected.talk.finished == 1


async def test_a_submission_is_answered_in_its_acknowledgement(connected: Workspace) -> None:
    connected.talk.answer = Problems({"day": "Not in the future."})
    user = {"id": USER, "team_id": TEAM}
    payload = {"type": "view_submission", "team": {"id": TEAM}, "user": user, "view": VIEW}
    answer = await sent(connected, "interactive", payload)
    assert answer["payload"]["errors"] == {"field/0/day": "Not in the future."}


async def test_what_is_said_in_a_channel_is_acknowledged_once_it_is_kept(
    connected: Workspace,
) -> None:
    said = {"type": "event_callback", "team_id": TEAM, "event": overheard()}
    assert await sent(connected, "events_api", said) == {"envelope_id": "e1"}
    assert [message.channel for message in connected.talk.heard] == ["C1"]


async def test_what_could_not_be_kept_is_not_acknowledged(connected: Workspace) -> None:
    said = {"type": "event_callback", "team_id": TEAM, "event": overheard()}
    connected.talk.fault = RuntimeError("no database")
    await connected.slack.envelopes.put(
        {"type": "events_api", "envelope_id": "e0", "payload": said}
    )
    payload = pressing(connected.slack.url("/respond/press"))
    assert await sent(connected, "interactive", payload) == {"envelope_id": "e1"}
    await connected.adapter.close()
    assert len(connected.talk.heard) == 1
    assert connected.slack.acknowledged.empty()


async def test_a_broken_envelope_does_not_stop_the_next(connected: Workspace) -> None:
    broken = {"type": "interactive", "envelope_id": "e0", "payload": {"type": 7, "team": 3}}
    await connected.slack.envelopes.put(broken)
    payload = pressing(connected.slack.url("/respond/press"))
    assert await sent(connected, "interactive", payload) == {"envelope_id": "e1"}


async def test_closing_finishes_what_is_under_way() -> None:
    async with workspace(app_token=APP_TOKEN, budget=0.0) as place:
        place.talk.gate.clear()
        place.talk.answer = Card("Done", "Done")
        await sent(place, "interactive", pressing(place.slack.url("/respond/press")))
        closing = asyncio.create_task(place.adapter.close())
        await asyncio.sleep(0)
        place.talk.gate.set()
        await closing
        assert place.slack.of("respond/press")
