"""What people say in channels without a mention of us: what is handed on, what never is."""

import logging
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.chat.heard import MOST
from bot.views.answer import Overheard
from tests.adapters.teams.conftest import Enter, Room
from tests.adapters.teams.receiving.test_commands import MENTION, OTHER
from tests.adapters.teams.views import FORM
from tests.support.adaptive_reading import data
from tests.support.teams_cloud import BOT, CHANNEL, GROUP, OTHER_TENANT, person

Json = dict[str, Any]
THREAD = f"{CHANNEL};messageid=1700"
SENT = {"timestamp": "2023-11-14T22:13:20.1234567Z", "id": "1700"}
SAID = "Call from casey@example.org &amp; Sons"


async def heard(room: Room, text: str = SAID, where: str = THREAD, **more: Any) -> Overheard:
    reply = await room.cloud.says(room.asha, text, where, **{**SENT, **more})
    assert reply.status == 202
    [message] = room.talk.heard
    return message


async def test_a_message_in_a_channel_is_handed_on_as_a_person_reads_it(room: Room) -> None:
    assert await heard(room) == Overheard(
        platform="teams",
        channel=CHANNEL,
        place=THREAD,
        message=f"{CHANNEL}:1700",
        text="Call from casey@example.org & Sons",
        sent_at=datetime(2023, 11, 14, 22, 13, 20, 123456, UTC),
    )
    assert room.talk.asked == []
    assert room.cloud.connector.looked_up == [], "nobody is asked who they are"


async def test_a_message_that_names_no_thread_begins_one(room: Room) -> None:
    assert (await heard(room, where=CHANNEL)).place == THREAD


async def test_to_a_reply_one_replies_beneath_the_same_message(room: Room) -> None:
    message = await heard(room, id="1800")
    assert (message.place, message.message) == (THREAD, f"{CHANNEL}:1800")


async def test_who_is_mentioned_besides_us_does_not_matter(room: Room) -> None:
    message = await heard(room, "<at>Morgan</at> called&nbsp;<b>", entities=[OTHER])
    assert message.text == "Morgan called <b>"


async def test_with_a_mention_of_us_it_is_a_command_and_nothing_else(room: Room) -> None:
    await room.cloud.says(room.asha, "<at>UCB</at> watch", THREAD, entities=[MENTION, OTHER])
    said = room.cloud.activity(room.asha, "messageUpdate", THREAD, text=SAID, entities=[MENTION])
    await room.cloud.send(said)
    await room.adapter.close()
    assert [(a.details, a.caller.channel) for a in room.talk.asked] == [(("watch",), CHANNEL)]
    assert room.talk.heard == []


async def test_an_old_clients_press_is_a_press(room: Room) -> None:
    pressed = {"ucb": {"do": "press", "action": "approve", "value": "c/4"}}
    await room.cloud.says(room.asha, "", THREAD, value=pressed)
    await room.adapter.close()
    assert room.talk.asked[0].details == ("approve", "c/4")
    assert room.talk.heard == []


@pytest.mark.parametrize("where", ["", GROUP])
@pytest.mark.parametrize("kind", ["message", "messageUpdate"])
async def test_a_chat_is_nobodys_business(room: Room, where: str, kind: str) -> None:
    await room.cloud.send(room.cloud.activity(room.asha, kind, where, text=SAID))
    assert room.talk.heard == []


async def test_our_own_messages_and_shared_channels_are_not_looked_at(room: Room) -> None:
    own = room.cloud.activity(room.asha, "message", THREAD, text=SAID)
    own["from"]["id"] = BOT
    shared = room.cloud.activity(room.asha, "message", THREAD, text=SAID)
    shared["channelData"]["channel"]["type"] = "shared"
    for said in (own, shared):
        assert (await room.cloud.send(said)).status == 202
    assert room.talk.heard == []


async def test_another_tenant_is_neither_heard_nor_answered(room: Room) -> None:
    await room.cloud.says(person("sam", OTHER_TENANT), SAID, THREAD)
    await room.adapter.close()
    assert room.talk.heard == []
    assert room.cloud.connector.messages == []


async def test_another_tenant_that_asks_us_is_answered(room: Room) -> None:
    await room.cloud.says(person("sam", OTHER_TENANT), "help", THREAD, entities=[MENTION])
    told = await room.cloud.connector.in_chat(THREAD)
    assert "its own organisation only" in told.activity["text"]


async def test_an_edit_is_the_same_message(room: Room) -> None:
    await room.cloud.says(room.asha, SAID, THREAD, **SENT)
    edited = room.cloud.activity(room.asha, "messageUpdate", THREAD, text="Nobody", **SENT)
    edited["channelData"]["eventType"] = "editMessage"
    await room.cloud.send(edited)
    first, second = room.talk.heard
    assert (first.message, first.place) == (second.message, second.place)
    assert second.text == "Nobody"


async def test_a_deleted_message_is_none(room: Room) -> None:
    await room.cloud.send(room.cloud.activity(room.asha, "messageDelete", THREAD, **SENT))
    assert room.talk.heard == []


async def test_what_was_not_kept_is_told_as_not_taken(room: Room) -> None:
    room.talk.fault = RuntimeError("no database")
    assert (await room.cloud.says(room.asha, SAID, THREAD)).status == 503
    room.talk.fault = None
    assert (await room.cloud.says(room.asha, SAID, THREAD)).status == 202


async def test_what_takes_too_long_goes_on(enter: Enter) -> None:
    room = await enter(budget=0.0)
    room.talk.gate.clear()
    assert (await room.cloud.says(room.asha, SAID, THREAD)).status == 503
    room.talk.gate.set()
    await room.adapter.close()
    assert room.talk.finished == 1


@pytest.mark.parametrize("broken", [{"timestamp": "soon"}, {"id": ""}, {"attachments": "x"}])
async def test_what_teams_would_never_send_is_refused(room: Room, broken: Json) -> None:
    reply = await room.cloud.says(room.asha, SAID, THREAD, **{**SENT, **broken})
    assert reply.status == 400
    assert room.talk.heard == []


async def test_more_than_a_person_can_post_is_not_looked_at(room: Room) -> None:
    assert len((await heard(room, "word " * 20_000)).text) == MOST


async def test_cards_and_formatted_text_are_read_too(room: Room) -> None:
    card = {
        "type": "AdaptiveCard",
        "body": [
            {"type": "TextBlock", "text": "Missed call"},
            {"type": "FactSet", "facts": [{"title": "Number", "value": "01632 960123"}]},
            {
                "type": "ColumnSet",
                "columns": [{"type": "Column", "items": [{"type": "TextBlock", "text": "Casey"}]}],
            },
            {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "SW1A "}, "1AA"]},
            {"type": "Input.Text", "id": "x", "value": "not this"},
        ],
        "actions": [{"type": "Action.Submit", "title": "nor this"}],
    }
    attachments = [
        {"contentType": "text/html", "content": "<p>From <b>c@example.org</b></p>"},
        {"contentType": "application/vnd.microsoft.card.adaptive", "content": card},
        {"contentType": "image/png", "contentUrl": "https://example.org/x.png"},
    ]
    message = await heard(room, "See", attachments=attachments)
    assert message.text == (
        "See\nFrom c@example.org\nMissed call\nNumber\n01632 960123\nCasey\nSW1A 1AA"
    )


async def test_presses_and_forms_say_in_which_channel_they_were_made(room: Room) -> None:
    room.talk.answer = FORM
    deed = {"ucb": {"do": "press", "action": "report", "value": "a/1"}}
    opened = await room.cloud.invokes(room.asha, "task/fetch", {"data": deed}, THREAD)
    sent = data(opened.card, str(opened.card["actions"][-1]["title"]))
    await room.cloud.invokes(room.asha, "task/submit", {"data": sent}, THREAD)
    action = {"type": "Action.Execute", "verb": "press", "data": deed}
    await room.cloud.invokes(room.asha, "adaptiveCard/action", {"action": action}, THREAD)
    await room.cloud.invokes(room.asha, "task/fetch", {"data": deed})
    await room.cloud.invokes(room.asha, "task/fetch", {"data": deed}, GROUP)
    assert [asked.caller.channel for asked in room.talk.asked] == [CHANNEL] * 3 + ["", ""]


async def test_the_logs_hold_no_word_of_it(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    room.talk.fault = RuntimeError("casey@example.org")
    await room.cloud.says(room.asha, SAID, THREAD)
    ours = [r.getMessage() for r in caplog.records if r.name.startswith(("adapters", "bot"))]
    assert ours
    assert not [text for text in ours if "casey" in text]
