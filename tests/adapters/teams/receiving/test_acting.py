"""Buttons that act at once, and cards that ask what they are for whoever looks."""

from bot.views.card import Button, Card, Paragraph
from tests.adapters.teams.conftest import Enter, Room
from tests.adapters.teams.pressing import PRESS
from tests.support.adaptive_reading import button, words
from tests.support.adaptive_schema import check_card
from tests.support.teams_cloud import CHANNEL, Json


async def act(room: Room, sent: Json, verb: str = "press", where: str = "") -> Json:
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": sent}, "trigger": "manual"}
    reply = await room.cloud.invokes(room.asha, "adaptiveCard/action", value, where)
    assert reply.body is not None
    assert reply.body["statusCode"] == 200
    return reply.body


async def test_an_approval_is_decided_before_it_is_answered(room: Room) -> None:
    reply = await act(room, PRESS)
    assert reply["type"] == "application/vnd.microsoft.activity.message"
    assert room.talk.finished == 1


async def test_a_refusal_is_explained_to_the_presser_alone(room: Room) -> None:
    room.talk.answer = Card("No", "It was not done.", (Paragraph("You proposed it yourself."),))
    reply = await act(room, PRESS, where=CHANNEL)
    assert reply["value"] == "It was not done."
    private = await room.cloud.connector.in_chat(room.asha.chat)
    assert "You proposed it yourself." in words(private.card)
    await room.adapter.close()
    assert [m.conversation for m in room.cloud.connector.messages] == [room.asha.chat]


async def test_an_act_that_takes_too_long_is_told_later(enter: Enter) -> None:
    hasty = await enter(budget=0.0)
    hasty.talk.gate.clear()
    assert "takes a little longer" in (await act(hasty, PRESS))["value"]
    hasty.talk.gate.set()
    message = await hasty.cloud.connector.in_chat(hasty.asha.chat)
    assert "It is recorded." in words(message.card)


async def test_a_card_is_another_one_for_the_approver(room: Room) -> None:
    room.talk.answer = Card("For you", "For you", (), (Button("show", "Read and decide", "c/4"),))
    reply = await act(room, PRESS, "personal", CHANNEL)
    assert reply["type"] == "application/vnd.microsoft.card.adaptive"
    assert button(reply["value"], "Read and decide")
    check_card(reply["value"])


async def test_a_card_that_is_asked_for_again_too_late_stays_as_it_is(enter: Enter) -> None:
    hasty = await enter(budget=0.0)
    hasty.talk.gate.clear()
    reply = await act(hasty, PRESS, "personal", CHANNEL)
    assert reply["type"] == "application/vnd.microsoft.activity.message"
    hasty.talk.gate.set()
    await hasty.adapter.close()
    assert hasty.cloud.connector.messages == []


async def test_two_presses_are_two_deliveries(room: Room) -> None:
    await act(room, PRESS)
    await act(room, PRESS)
    first, second = (asked.caller.delivery for asked in room.talk.asked)
    assert first != second
