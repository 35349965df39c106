"""The message extension: the report form, with the message it was opened on."""

from bot.views.answer import Nothing
from tests.adapters.teams.conftest import Room
from tests.adapters.teams.views import FORM
from tests.support.adaptive_reading import data, inputs, words
from tests.support.teams_cloud import CHANNEL

MESSAGE = {
    "commandId": "reportMessage",
    "commandContext": "message",
    "messagePayload": {
        "createdDateTime": "2025-03-03T09:15:00Z",
        "body": {
            "contentType": "html",
            "content": "<div><p>Casey wrote:</p><blockquote>You are <b>useless</b> &amp;"
            " I know<br>where you live</blockquote><attachment id='1'>x</attachment></div>",
        },
    },
}


async def test_a_message_is_reported_from_its_menu(room: Room) -> None:
    room.talk.answer = FORM
    reply = await room.cloud.invokes(room.asha, "composeExtension/fetchTask", MESSAGE, CHANNEL)
    assert "What happened?" in words(reply.card)
    [asked] = room.talk.asked
    [quoted] = asked.details
    assert quoted.text == "Casey wrote:\n\nYou are useless & I know\nwhere you live"  # type: ignore[attr-defined]
    assert quoted.sent_at.isoformat() == "2025-03-03T09:15:00+00:00"  # type: ignore[attr-defined]
    entries = {key: e.get("value", "") for key, e in inputs(reply.card).items()}
    room.talk.answer = Nothing()
    sent = {**MESSAGE, "data": {**data(reply.card, "Report"), **entries}}
    closed = await room.cloud.invokes(room.asha, "composeExtension/submitAction", sent, CHANNEL)
    assert (closed.status, closed.body) == (200, {})


async def test_the_extension_works_where_the_bot_is_not(room: Room) -> None:
    elsewhere = "19:elsewhere@thread.v2"
    room.cloud.connector.absent.add(elsewhere)
    room.talk.answer = FORM
    reply = await room.cloud.invokes(room.asha, "composeExtension/fetchTask", MESSAGE, elsewhere)
    assert "What happened?" in words(reply.card)
    assert room.cloud.connector.looked_up == [elsewhere, room.asha.chat]


async def test_the_extension_says_how_to_be_known(room: Room) -> None:
    elsewhere = "19:elsewhere@thread.v2"
    room.cloud.connector.absent |= {elsewhere, room.asha.chat}
    reply = await room.cloud.invokes(room.asha, "composeExtension/fetchTask", MESSAGE, elsewhere)
    assert "choose Add" in reply.task["value"]


async def test_without_a_message_the_form_is_empty(room: Room) -> None:
    room.talk.answer = FORM
    value = {"commandId": "reportIncident", "commandContext": "compose"}
    await room.cloud.invokes(room.asha, "composeExtension/fetchTask", value)
    assert room.talk.asked[0].details == (None,)
