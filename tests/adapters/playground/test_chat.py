"""chat.*: what the bot says."""

from typing import Any

import pytest

from tests.adapters.playground.samples import actions, button, section
from tests.adapters.playground.stage import (
    ALERTS,
    ASHA,
    ASHA_DM,
    MORGAN,
    MORGAN_DM,
    Stage,
    error_of,
    refusal_of,
)

METADATA = {"event_type": "ucb", "event_payload": {"key": "k1"}}


async def test_a_message_in_a_channel_is_seen_by_all(stage: Stage) -> None:
    answer = await stage.slack.chat_postMessage(
        channel=ALERTS, text="Hello &amp; welcome", blocks=[section("*Hello*")]
    )
    (message,) = await stage.messages(MORGAN, ALERTS)
    assert message == (await stage.messages(ASHA, ALERTS))[0]
    assert (message["ts"], message["text"]) == (answer["ts"], "Hello &amp; welcome")
    assert (message["is_bot"], message["name"]) == (True, "UCB")
    assert message["blocks"][0]["text"] == {"type": "mrkdwn", "text": "*Hello*"}
    assert answer["channel"] == ALERTS
    assert answer["message"]["bot_id"].startswith("B")


@pytest.mark.parametrize("named", ["alerts", "#alerts"])
async def test_a_channel_by_name(stage: Stage, named: str) -> None:
    assert (await stage.slack.chat_postMessage(channel=named, text="x"))["channel"] == ALERTS


async def test_a_message_to_a_person_goes_to_their_direct_conversation(stage: Stage) -> None:
    answer = await stage.slack.chat_postMessage(channel=ASHA, text="For Asha")
    assert answer["channel"] == ASHA_DM
    assert [m["text"] for m in await stage.messages(ASHA, ASHA_DM)] == ["For Asha"]
    assert await stage.messages(MORGAN, MORGAN_DM) == []


async def test_ids_are_made_up_where_none_were_given(stage: Stage) -> None:
    await stage.slack.chat_postMessage(
        channel=ALERTS,
        text="x",
        blocks=[section(), {"type": "actions", "elements": [button(action_id="go")]}],
    )
    (message,) = await stage.messages(ASHA, ALERTS)
    ids = {block["block_id"] for block in message["blocks"]}
    assert len(ids) == 2
    assert all(ids)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "", "blocks": []}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": {"type": "section"}}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [section()] * 51}, "invalid_blocks"),
        ({"text": "x", "blocks": [section("y" * 3000)] * 5}, "msg_blocks_too_long"),
        ({"text": "x", "metadata": "k1"}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "ucb"}}, "invalid_metadata_schema"),
        ({"text": "x", "metadata": {**METADATA, "event_type": ""}}, "invalid_metadata_schema"),
        (
            {"text": "x", "metadata": {**METADATA, "event_payload": {"k": "v" * 9000}}},
            "metadata_too_large",
        ),
    ],
)
async def test_what_is_not_posted(stage: Stage, content: dict[str, Any], error: str) -> None:
    assert (
        await error_of(
            stage.slack.api_call("chat.postMessage", json={"channel": ALERTS, **content})
        )
        == error
    )
    assert await stage.messages(ASHA, ALERTS) == []


async def test_faulty_blocks_are_explained(stage: Stage) -> None:
    call = stage.slack.chat_postMessage(channel=ALERTS, text="x", blocks=[section("y" * 3001)])
    refusal = await refusal_of(call)
    assert refusal["error"] == "invalid_blocks"
    assert refusal["response_metadata"]["messages"] == [
        "[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]",
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ]


@pytest.mark.parametrize("channel", ["C0NONE", "D0NONE", "U0NONE", "none"])
async def test_an_unknown_place(stage: Stage, channel: str) -> None:
    slack = stage.slack
    assert await error_of(slack.chat_postMessage(channel=channel, text="x")) == "channel_not_found"
    assert await error_of(slack.chat_update(channel=channel, ts="1", text="x")) == (
        "channel_not_found"
    )
    assert await error_of(slack.chat_postEphemeral(channel=channel, user=ASHA, text="x")) == (
        "channel_not_found"
    )
    assert await error_of(slack.chat_delete(channel=channel, ts="1")) == "channel_not_found"


async def test_an_update_needs_the_conversation_not_the_person(stage: Stage) -> None:
    posted = await stage.slack.chat_postMessage(channel=ASHA, text="x")
    assert await error_of(stage.slack.chat_update(channel=ASHA, ts=posted["ts"], text="y")) == (
        "channel_not_found"
    )


async def test_an_update_with_blocks_keeps_metadata_and_shows_no_edit(stage: Stage) -> None:
    posted = await stage.slack.chat_postMessage(
        channel=ALERTS, text="Open", blocks=[actions(button())], metadata=METADATA
    )
    answer = await stage.slack.chat_update(
        channel=ALERTS, ts=posted["ts"], text="Done", blocks=[section("Done")]
    )
    assert answer["message"]["metadata"] == METADATA
    (message,) = await stage.messages(ASHA, ALERTS)
    assert (message["text"], message["edited"], message["ts"]) == ("Done", False, posted["ts"])
    assert [block["type"] for block in message["blocks"]] == ["section"]


async def test_an_update_with_text_alone_takes_the_blocks_away(stage: Stage) -> None:
    posted = await stage.slack.chat_postMessage(channel=ALERTS, text="x", blocks=[section()])
    await stage.slack.chat_update(channel=ALERTS, ts=posted["ts"], text="y")
    (message,) = await stage.messages(ASHA, ALERTS)
    assert (message["text"], message["blocks"], message["edited"]) == ("y", [], True)


async def test_an_update_with_blocks_alone_keeps_the_text(stage: Stage) -> None:
    posted = await stage.slack.chat_postMessage(channel=ALERTS, text="x")
    body = {"channel": ALERTS, "ts": posted["ts"], "blocks": [section("y")]}
    await stage.slack.api_call("chat.update", json=body)
    (message,) = await stage.messages(ASHA, ALERTS)
    assert message["text"] == "x"
    assert message["blocks"][0]["text"]["text"] == "y"


async def test_an_update_of_metadata_alone(stage: Stage) -> None:
    posted = await stage.slack.chat_postMessage(channel=ALERTS, text="x", metadata=METADATA)
    body = {"channel": ALERTS, "ts": posted["ts"], "metadata": {}}
    answer = await stage.slack.api_call("chat.update", json=body)
    assert "metadata" not in answer["message"]
    assert answer["text"] == "x"


async def test_what_is_not_updated(stage: Stage) -> None:
    slack = stage.slack
    posted = await slack.chat_postMessage(channel=ALERTS, text="x")
    said = await stage.post("message", seat=ASHA, channel=ALERTS, text="Mine")

    async def update(ts: str, **content: Any) -> str:
        body = {"channel": ALERTS, "ts": ts, **content}
        return await error_of(slack.api_call("chat.update", json=body))

    assert await update("1.000000", text="y") == "message_not_found"
    assert await update(said["ts"], text="y") == "cant_update_message"
    assert await update(posted["ts"]) == "no_text"
    assert await update(posted["ts"], text="y" * 40_001) == "msg_too_long"
    assert await update(posted["ts"], text="y", blocks=[{"type": "x"}]) == "invalid_blocks"
    assert [m["text"] for m in await stage.messages(ASHA, ALERTS)] == ["x", "Mine"]


async def test_delete(stage: Stage) -> None:
    slack = stage.slack
    posted = await slack.chat_postMessage(channel=ALERTS, text="x")
    said = await stage.post("message", seat=ASHA, channel=ALERTS, text="Mine")
    assert await error_of(slack.chat_delete(channel=ALERTS, ts=said["ts"])) == (
        "cant_delete_message"
    )
    assert (await slack.chat_delete(channel=ALERTS, ts=posted["ts"]))["ts"] == posted["ts"]
    assert await error_of(slack.chat_delete(channel=ALERTS, ts=posted["ts"])) == (
        "message_not_found"
    )
    assert [m["text"] for m in await stage.messages(ASHA, ALERTS)] == ["Mine"]


async def test_an_ephemeral_message_is_for_one_person(stage: Stage) -> None:
    answer = await stage.slack.chat_postEphemeral(channel=ALERTS, user=ASHA, text="Psst")
    (message,) = await stage.messages(ASHA, ALERTS)
    assert (message["ts"], message["ephemeral"]) == (answer["message_ts"], True)
    assert await stage.messages(MORGAN, ALERTS) == []
    history = await stage.slack.conversations_history(channel=ALERTS)
    assert history["messages"] == []
    assert (
        await error_of(stage.slack.chat_update(channel=ALERTS, ts=answer["message_ts"], text="y"))
        == "message_not_found"
    )


async def test_an_ephemeral_message_needs_a_person_who_is_there(stage: Stage) -> None:
    slack = stage.slack
    for user, channel in (("U0NONE", ALERTS), (MORGAN, ASHA_DM)):
        assert await error_of(slack.chat_postEphemeral(channel=channel, user=user, text="x")) == (
            "user_not_in_channel"
        )
    body = {"channel": ALERTS, "user": ASHA, "text": ""}
    assert await error_of(slack.api_call("chat.postEphemeral", json=body)) == "no_text"
