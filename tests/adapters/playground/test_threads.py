"""Replies: beneath a message, no part of the channel's history, found by the message."""

import sqlite3
from pathlib import Path

import pytest
from slack_sdk.errors import SlackApiError

from adapters.playground.database import Database
from tests.adapters.playground.stage import ALERTS, ASHA, Stage

METADATA = {"event_type": "ucb_message", "event_payload": {"key": "k1"}}


async def said(stage: Stage) -> str:
    answer = await stage.post("message", seat=ASHA, channel=ALERTS, text="Casey called")
    return str(answer["ts"])


async def reply(stage: Stage, above: str, text: str = "Known customer") -> str:
    answer = await stage.slack.chat_postMessage(
        channel=ALERTS, text=text, thread_ts=above, metadata=METADATA
    )
    assert answer["message"]["thread_ts"]
    return str(answer["ts"])


async def test_a_reply_is_no_part_of_the_history(stage: Stage) -> None:
    above = await said(stage)
    await reply(stage, above)
    history = await stage.slack.conversations_history(channel=ALERTS)
    assert [message["ts"] for message in history["messages"]] == [above]
    assert "thread_ts" not in history["messages"][0]


async def test_replies_stand_behind_the_message(stage: Stage) -> None:
    above = await said(stage)
    first, second = await reply(stage, above), await reply(stage, above)
    found = await stage.slack.conversations_replies(
        channel=ALERTS, ts=above, include_all_metadata=True
    )
    told = [(m["ts"], m.get("thread_ts")) for m in found["messages"]]
    assert told == [(above, None), (first, above), (second, above)]
    assert found["messages"][1]["metadata"] == METADATA


async def test_a_reply_can_be_asked_for_alone(stage: Stage) -> None:
    above = await said(stage)
    await reply(stage, above)
    second = await reply(stage, above)
    found = await stage.slack.conversations_replies(
        channel=ALERTS, ts=above, oldest=second, latest=second, inclusive=True
    )
    assert [message["ts"] for message in found["messages"]] == [above, second]


async def test_a_reply_to_a_reply_stands_beneath_the_same_message(stage: Stage) -> None:
    above = await said(stage)
    first = await reply(stage, above)
    second = await reply(stage, first)
    found = await stage.slack.conversations_replies(channel=ALERTS, ts=above)
    assert [message["ts"] for message in found["messages"]] == [above, first, second]


async def test_people_see_replies_with_the_message_they_are_beneath(stage: Stage) -> None:
    above = await said(stage)
    await reply(stage, above)
    seen = await stage.messages(ASHA, ALERTS)
    assert [(m["text"], m.get("thread_ts")) for m in seen] == [
        ("Casey called", None),
        ("Known customer", above),
    ]


@pytest.mark.parametrize(
    ("ts", "error"), [("soon", "invalid_thread_ts"), ("1700000000", "invalid_thread_ts")]
)
async def test_a_timestamp_that_is_none(stage: Stage, ts: str, error: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        await stage.slack.chat_postMessage(channel=ALERTS, text="x", thread_ts=ts)
    assert refused.value.response["error"] == error


async def test_nothing_stands_beneath_a_message_that_is_not_there(stage: Stage) -> None:
    with pytest.raises(SlackApiError) as refused:
        await stage.slack.conversations_replies(channel=ALERTS, ts="1700000000.000100")
    assert refused.value.response["error"] == "thread_not_found"


def test_a_workspace_of_before_there_were_replies_is_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "playground.db"
    Database(file).close()
    with sqlite3.connect(file) as old:
        old.execute("ALTER TABLE messages DROP COLUMN thread")
    database = Database(file)
    assert database.rows("SELECT thread FROM messages") == []
    database.close()
