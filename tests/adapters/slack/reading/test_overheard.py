"""Messages in channels that nobody addressed to us: what is handed on, what never is."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.chat.heard import MOST
from bot.views.answer import Overheard
from tests.adapters.slack.web_api import BOT, TEAM
from tests.adapters.slack.workspace import USER, Answered, Workspace

Json = dict[str, Any]
TS = "1700000000.000100"
SENT = datetime(2023, 11, 14, 22, 13, 20, 100, UTC)


def said(**other: Any) -> Json:
    """A message as Slack tells of it; ``None`` takes a part away."""
    message = {
        "type": "message",
        "channel": "C1",
        "channel_type": "channel",
        "user": USER,
        "text": "Call from <mailto:casey@example.org|casey@example.org> &amp; Sons",
        "ts": TS,
        "event_ts": TS,
        **other,
    }
    return {key: value for key, value in message.items() if value is not None}


async def tell(
    place: Workspace, event: Json, headers: Mapping[str, str] | None = None, **envelope: Any
) -> Answered:
    body = {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": "A1",
        "event_id": "Ev1",
        "event": event,
        "authorizations": [{"team_id": TEAM, "user_id": "UBOT", "is_bot": True}],
        **envelope,
    }
    return await place.send(json.dumps(body), kind="application/json", headers=headers)


async def heard(place: Workspace, **other: Any) -> Overheard:
    assert (await tell(place, said(**other))).status == 200
    (message,) = place.talk.heard
    return message


async def test_a_message_in_a_channel_is_handed_on_as_a_person_reads_it(place: Workspace) -> None:
    assert await heard(place) == Overheard(
        platform="slack",
        channel="C1",
        place=f"C1:{TS}",
        message=f"C1:{TS}",
        text="Call from casey@example.org & Sons",
        sent_at=SENT,
    )


async def test_private_channels_are_channels(place: Workspace) -> None:
    assert (await heard(place, channel="G7", channel_type="group")).channel == "G7"


async def test_a_reply_is_answered_beneath_the_message_above_it(place: Workspace) -> None:
    message = await heard(place, thread_ts="1699999999.000001")
    assert message.place == f"C1:1699999999.000001:{TS}"
    assert message.message == f"C1:{TS}"


async def test_the_message_above_replies_is_itself(place: Workspace) -> None:
    assert (await heard(place, thread_ts=TS)).place == f"C1:{TS}"


@pytest.mark.parametrize("kind", ["im", "mpim", "app_home", None])
async def test_a_direct_message_is_nobodys_business(place: Workspace, kind: str | None) -> None:
    assert (await tell(place, said(channel="D1", channel_type=kind))).status == 200
    assert place.talk.heard == []


@pytest.mark.parametrize(
    "ours",
    [
        {"bot_id": BOT},
        {"user": "UBOT"},
        {"app_id": "A1"},
        {"bot_profile": {"app_id": "A1"}},
    ],
)
async def test_our_own_messages_are_not_looked_at(place: Workspace, ours: Json) -> None:
    await tell(place, said(**ours))
    await tell(place, changed(said(**ours)))
    assert place.talk.heard == []


@pytest.mark.parametrize(
    "kind", ["channel_join", "channel_leave", "channel_topic", "message_deleted", "reminder_add"]
)
async def test_people_coming_and_going_is_no_message(place: Workspace, kind: str) -> None:
    assert (await tell(place, said(subtype=kind))).status == 200
    assert place.talk.heard == []


@pytest.mark.parametrize("kind", ["file_share", "me_message", "thread_broadcast"])
async def test_other_ways_to_say_something(place: Workspace, kind: str) -> None:
    assert "casey@example.org" in (await heard(place, subtype=kind)).text


def changed(message: Json) -> Json:
    outer = said(subtype="message_changed", message=message, previous_message=message, user=None)
    return {**outer, "ts": "1700000900.000900", "text": ""}


async def test_an_edit_is_the_same_message(place: Workspace) -> None:
    await tell(place, said())
    edited = said(channel=None, channel_type=None, text="Call from nobody")
    await tell(place, changed(edited))
    first, second = place.talk.heard
    assert (first.message, first.place, first.sent_at) == (
        second.message,
        second.place,
        second.sent_at,
    )
    assert second.text == "Call from nobody"


async def test_a_deleted_message_with_replies_is_no_message(place: Workspace) -> None:
    await tell(place, changed(said(subtype="tombstone")))
    assert place.talk.heard == []


async def test_repetitions_are_handed_on_by_the_same_name(place: Workspace) -> None:
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    await tell(place, said())
    await tell(place, said(), again)
    first, second = place.talk.heard
    assert first == second


async def test_what_was_not_kept_is_told_again(place: Workspace) -> None:
    place.talk.fault = RuntimeError("no database")
    assert (await tell(place, said())).status == 503
    place.talk.fault = None
    assert (await tell(place, said())).status == 200


async def test_what_takes_too_long_is_not_acknowledged_but_goes_on(hurried: Workspace) -> None:
    hurried.talk.gate.clear()
    assert (await tell(hurried, said())).status == 503
    hurried.talk.gate.set()
    await hurried.adapter.close()
    assert hurried.talk.finished == 1


async def test_other_workspaces_and_shared_channels_are_not_looked_at(place: Workspace) -> None:
    assert (await tell(place, said(), team_id="TOTHER")).status == 200
    assert (await tell(place, said(), is_ext_shared_channel=True)).status == 200
    assert place.talk.heard == []


@pytest.mark.parametrize(
    "broken", [{"ts": None}, {"ts": "soon"}, {"channel": None}, {"blocks": "x"}, {"text": 3}]
)
async def test_what_slack_would_never_send_is_refused(place: Workspace, broken: Json) -> None:
    assert (await tell(place, said(**broken))).status == 400
    assert place.talk.heard == []


async def test_more_than_a_person_can_post_is_not_looked_at(place: Workspace) -> None:
    assert len((await heard(place, text="word " * 30_000)).text) == MOST


async def test_blocks_within_blocks_have_an_end(place: Workspace) -> None:
    deep: Json = {"type": "context", "text": "bottom"}
    for _ in range(100):
        deep = {"type": "context", "elements": [deep]}
    message = await heard(place, text="top", blocks=[deep])
    assert message.text == "top"


async def test_the_logs_hold_no_word_of_it(
    place: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    place.talk.fault = RuntimeError("casey@example.org")
    await tell(place, said())
    records = [r.getMessage() for r in caplog.records if not r.name.startswith("asyncio")]
    assert records
    assert not [text for text in records if "casey" in text]
