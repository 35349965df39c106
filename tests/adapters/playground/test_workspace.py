from pathlib import Path

import pytest

from tests.adapters.playground.samples import actions, button, modal, section, typed
from tests.adapters.playground.stage import (
    ALERTS,
    ASHA,
    ASHA_DM,
    MORGAN,
    MORGAN_DM,
    REVIEWS,
    START,
    Stage,
    staged,
)


async def test_the_seats_one_can_take(stage: Stage) -> None:
    seats = (await stage.get("seats"))["seats"]
    assert [seat["name"] for seat in seats] == ["Asha Adviser", "Morgan Manager"]
    assert seats[0] == {
        "id": ASHA,
        "name": "Asha Adviser",
        "title": "Adviser",
        "about": "Speaks with customers",
    }


async def test_what_a_person_finds_in_the_workspace(stage: Stage) -> None:
    workspace = await stage.get("workspace", seat=ASHA)
    assert workspace["seat"]["id"] == ASHA
    assert [room["name"] for room in workspace["channels"]] == ["alerts", "reviews"]
    assert workspace["dms"] == [{"id": ASHA_DM, "name": "UCB", "unread": 0}]
    assert workspace["commands"][0]["command"] == "/ucb"
    assert {(s["callback_id"], s["type"]) for s in workspace["shortcuts"]} == {
        ("report_message", "message"),
        ("report_incident", "global"),
    }
    assert workspace["users"][MORGAN] == "Morgan Manager"
    assert "UCB" in workspace["users"].values()


@pytest.mark.parametrize("what", ["workspace", "views", "messages", "events"])
async def test_nobody_sits_in_an_unknown_seat(stage: Stage, what: str) -> None:
    url = f"{stage.base}/playground/api/{what}"
    async with stage.http.get(url, params={"seat": "U0NOBODY", "channel": ALERTS}) as answer:
        assert answer.status == 404
        assert "seat" in (await answer.json())["error"]


async def test_unread_until_read_and_never_ones_own(stage: Stage) -> None:
    async def unread(seat: str) -> int:
        return int((await stage.get("workspace", seat=seat))["channels"][0]["unread"])

    await stage.post("message", seat=ASHA, channel=ALERTS, text="Hello")
    await stage.slack.chat_postMessage(channel=ALERTS, text="Good morning")
    assert (await unread(ASHA), await unread(MORGAN)) == (1, 2)
    async with stage.events(MORGAN) as events:
        await stage.messages(MORGAN, ALERTS)
        assert await anext(events) == {"type": "workspace"}
    assert (await unread(ASHA), await unread(MORGAN)) == (1, 0)


async def test_what_people_type_is_stored_escaped(stage: Stage) -> None:
    await stage.post("message", seat=ASHA, channel=ALERTS, text="  <!channel> a & b > c ")
    (message,) = await stage.messages(MORGAN, ALERTS)
    assert message == {
        "ts": message["ts"],
        "user": ASHA,
        "name": "Asha Adviser",
        "is_bot": False,
        "text": "&lt;!channel&gt; a &amp; b &gt; c",
        "blocks": [],
        "edited": False,
        "ephemeral": False,
        "files": [],
    }


async def test_an_empty_or_endless_message_is_refused(stage: Stage) -> None:
    ask = {"seat": ASHA, "channel": ALERTS}
    assert "Type" in await stage.refused("message", 400, **ask, text="  ")
    assert "40,000" in await stage.refused("message", 400, **ask, text="x" * 40_001)
    await stage.post("message", **ask, text="x" * 40_000)


async def test_nobody_reads_or_writes_in_anothers_direct_conversation(stage: Stage) -> None:
    assert "channel" in await stage.refused(
        "message", 404, seat=ASHA, channel=MORGAN_DM, text="Hello"
    )
    url = f"{stage.base}/playground/api/messages"
    async with stage.http.get(url, params={"seat": ASHA, "channel": MORGAN_DM}) as answer:
        assert answer.status == 404


async def test_timestamps_are_unique_and_only_grow(stage: Stage) -> None:
    for number in range(5):
        await stage.post("message", seat=ASHA, channel=ALERTS, text=str(number))
    stage.time.passes(seconds=-60)
    await stage.post("message", seat=ASHA, channel=ALERTS, text="5")
    messages = await stage.messages(ASHA, ALERTS)
    stamps = [message["ts"] for message in messages]
    assert [message["text"] for message in messages] == ["0", "1", "2", "3", "4", "5"]
    assert stamps == sorted(set(stamps))
    assert stamps[0] == f"{START.timestamp():.6f}"


async def test_everything_but_ephemeral_messages_survives_a_restart(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        blocks = [section("A card"), actions(button())]
        await stage.post("message", seat=ASHA, channel=ALERTS, text="Hello")
        await stage.slack.chat_postMessage(
            channel=ASHA,
            text="Card",
            blocks=blocks,
            metadata={"event_type": "card", "event_payload": {"key": "k1"}},
        )
        await stage.slack.chat_postEphemeral(channel=ALERTS, user=ASHA, text="Psst")
        await stage.messages(MORGAN, ALERTS)
        view = await stage.opened(modal(typed()))
        before = (await stage.messages(ASHA, ALERTS), await stage.messages(ASHA, ASHA_DM))
        assert len(before[0]) == 2
    async with staged(tmp_path) as stage:
        assert await stage.messages(ASHA, ALERTS) == before[0][:1]
        assert await stage.messages(ASHA, ASHA_DM) == before[1]
        assert (await stage.get("workspace", seat=MORGAN))["channels"][0]["unread"] == 0
        assert await stage.views() == [view]
        history = await stage.slack.conversations_history(
            channel=ASHA_DM, include_all_metadata=True
        )
        assert history["messages"][0]["metadata"]["event_payload"] == {"key": "k1"}
        posted = await stage.slack.chat_postMessage(channel=ALERTS, text="Later")
        assert posted["ts"] > before[1][0]["ts"]


async def test_a_reset_empties_everything_and_tells(stage: Stage) -> None:
    await stage.post("message", seat=ASHA, channel=ALERTS, text="Hello")
    await stage.slack.chat_postMessage(channel=ASHA, text="Card")
    await stage.slack.chat_postEphemeral(channel=ALERTS, user=ASHA, text="Psst")
    await stage.opened(modal())
    async with stage.events(ASHA) as events:
        assert await stage.post("reset") == {}
        assert await anext(events) == {"type": "reset"}
    assert stage.told == ["reset"]
    assert await stage.messages(ASHA, ALERTS) == []
    assert await stage.messages(ASHA, ASHA_DM) == []
    assert await stage.views() == []


async def test_what_the_bot_still_had_to_say_is_not_left_after_a_reset(stage: Stage) -> None:
    async def speak() -> None:
        await stage.slack.chat_postMessage(channel=ALERTS, text="From before")

    stage.last_words.append(speak)
    await stage.post("reset")
    assert await stage.messages(ASHA, ALERTS) == []


async def test_the_stream_tells_each_seat_what_concerns_it(stage: Stage) -> None:
    async with stage.events(ASHA) as asha, stage.events(MORGAN) as morgan:
        await stage.slack.chat_postMessage(channel=MORGAN, text="For Morgan")
        await stage.slack.chat_postEphemeral(channel=ALERTS, user=ASHA, text="For Asha")
        await stage.slack.chat_postMessage(channel=REVIEWS, text="For all")
        assert await anext(asha) == {"type": "messages", "channel": ALERTS}
        assert await anext(asha) == {"type": "messages", "channel": REVIEWS}
        assert await anext(morgan) == {"type": "messages", "channel": MORGAN_DM}
        assert await anext(morgan) == {"type": "messages", "channel": REVIEWS}
        await stage.opened(modal(), MORGAN)
        assert await anext(morgan) == {"type": "views"}


async def test_closing_ends_the_streams(stage: Stage) -> None:
    async with stage.events(ASHA) as events:
        await stage.playground.close()
        assert [event async for event in events] == []
