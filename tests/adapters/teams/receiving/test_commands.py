"""Typed commands: acknowledged at once, answered by messages."""

import pytest

from bot.views.answer import Nothing, Problems
from bot.views.card import Button, Card, Paragraph
from tests.adapters.teams.conftest import Enter, Room
from tests.adapters.teams.views import FORM, NASTY
from tests.support.adaptive_reading import button, data, words
from tests.support.adaptive_schema import check_card
from tests.support.teams_cloud import BOT, CHANNEL, GROUP, OTHER_TENANT, TENANT, person
from tests.support.teams_connector import Fault

ANSWER = Card("Casey Customer", "What is in force.", (Paragraph("Contact by letter only."),))
MENTION = {"type": "mention", "text": "<at>UCB</at>", "mentioned": {"id": BOT, "name": "UCB"}}
OTHER = {
    "type": "mention",
    "text": "<at>Morgan</at>",
    "mentioned": {"id": "29:m", "name": "Morgan"},
}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("report", "report"),
        ("/ucb report", "report"),
        ("UCB report", "report"),
        ("/report", "report"),
        ("<at>UCB</at>\xa0 check  Casey &amp; Sons\n", "check Casey & Sons"),
        ("<at>UCB</at> /ucb check <at>Morgan</at>", "check <at>Morgan</at>"),
        ("/ucb", ""),
        ("<at>UCB</at>", ""),
        ("ucbreport", "ucbreport"),
    ],
)
async def test_commands_are_heard_however_they_are_typed(room: Room, text: str, heard: str) -> None:
    reply = await room.cloud.says(room.asha, text, entities=[MENTION, OTHER])
    assert reply.status == 202
    await room.adapter.close()
    [asked] = room.talk.asked
    assert (asked.what, asked.details) == ("command", (heard,))


async def test_the_caller_is_who_the_tenant_says(room: Room) -> None:
    await room.cloud.says(room.asha, "help")
    await room.adapter.close()
    caller = room.talk.asked[0].caller
    assert (caller.account.platform, caller.account.workspace) == ("teams", TENANT)
    assert (caller.account.user, caller.email) == ("oid-asha", "asha@ucb.example")


async def test_a_command_is_acknowledged_before_it_is_answered(room: Room) -> None:
    room.talk.answer = ANSWER
    room.talk.gate.clear()
    assert (await room.cloud.says(room.asha, "check casey")).status == 202
    assert room.cloud.connector.messages == []
    room.talk.gate.set()
    message = await room.cloud.connector.in_chat(room.asha.chat)
    assert "Contact by letter only." in words(message.card)
    assert message.activity["summary"] == "What is in force."
    check_card(message.card)


async def test_a_form_is_opened_from_a_card_with_a_button(room: Room) -> None:
    room.talk.answer = FORM
    await room.cloud.says(room.asha, "report")
    message = await room.cloud.connector.in_chat(room.asha.chat)
    check_card(dict(message.card))
    assert button(message.card, "Open the form")["data"]["msteams"] == {"type": "task/fetch"}
    sent = data(message.card, "Open the form")
    reply = await room.cloud.invokes(room.asha, "task/fetch", {"data": sent})
    assert room.talk.asked[1].details == ("report",)
    check_card(reply.card)
    assert reply.task["value"]["title"] == "Report an incident"


@pytest.mark.parametrize("where", [GROUP, CHANNEL, f"{CHANNEL};messageid=1700"])
async def test_in_company_a_card_goes_to_the_private_chat(room: Room, where: str) -> None:
    room.talk.answer = ANSWER
    await room.cloud.says(room.asha, "<at>UCB</at> check casey", where, entities=[MENTION])
    private = await room.cloud.connector.in_chat(room.asha.chat)
    assert "Contact by letter only." in words(private.card)
    public = await room.cloud.connector.in_chat(where)
    assert public.activity["text"] == "I have answered you in our private chat."
    await room.adapter.close()
    assert "Casey" not in str(public.activity)


async def test_in_company_a_form_is_opened_there(room: Room) -> None:
    room.talk.answer = FORM
    await room.cloud.says(room.asha, "<at>UCB</at> report", CHANNEL, entities=[MENTION])
    message = await room.cloud.connector.in_chat(CHANNEL)
    assert "Report an incident" in words(message.card)


async def test_who_has_no_private_chat_with_us_is_told_how_to_get_one(room: Room) -> None:
    room.talk.answer = ANSWER
    room.cloud.connector.absent.add(room.asha.chat)
    await room.cloud.says(room.asha, "check casey", CHANNEL, entities=[MENTION])
    message = await room.cloud.connector.in_chat(CHANNEL)
    assert "choose Add" in message.activity["text"]
    assert "Casey" not in str(message.activity)


async def test_problems_and_faults_are_told_in_a_sentence(room: Room) -> None:
    room.talk.answer = Problems(general="Name a customer.")
    await room.cloud.says(room.asha, "check")
    told = await room.cloud.connector.in_chat(room.asha.chat)
    assert (told.activity["text"], told.activity["textFormat"]) == ("Name a customer.", "plain")
    room.talk.fault = RuntimeError("secret")
    await room.cloud.says(room.asha, "check")
    told = await room.cloud.connector.in_chat(room.asha.chat, 2)
    assert "tell your administrator this reference" in told.activity["text"]
    assert "secret" not in told.activity["text"]


async def test_the_same_message_twice_has_the_same_delivery_name(room: Room) -> None:
    said = room.cloud.activity(room.asha, "message", text="help")
    await room.cloud.send(said)
    await room.cloud.send(said)
    await room.cloud.says(room.asha, "help")
    await room.adapter.close()
    first, second, third = (asked.caller.delivery for asked in room.talk.asked)
    assert first == second != third
    assert "asha" not in first


async def test_an_old_client_sends_a_press_as_a_message(room: Room) -> None:
    pressed = {"ucb": {"do": "press", "action": "approve", "value": "c/4"}}
    await room.cloud.says(room.asha, "", value=pressed)
    await room.adapter.close()
    assert room.talk.asked[0].details == ("approve", "c/4")


async def test_another_tenant_is_refused_with_a_clear_answer(room: Room) -> None:
    stranger = person("sam", OTHER_TENANT)
    room.cloud.join(stranger)
    assert (await room.cloud.says(stranger, "report")).status == 202
    told = await room.cloud.connector.in_chat(stranger.chat)
    assert "its own organisation only" in told.activity["text"]
    assert room.talk.asked == []
    assert await room.references.of("oid-sam") is None


async def test_two_tenants_in_one_request_are_malformed(room: Room) -> None:
    said = room.cloud.activity(room.asha, "message", text="help")
    said["channelData"]["tenant"]["id"] = OTHER_TENANT
    assert (await room.cloud.send(said)).status == 400


@pytest.mark.parametrize(
    "about",
    [
        {"role": "guest"},
        {"role": "anonymous"},
        {"home": OTHER_TENANT},
        {"principal": "sam_example.org#EXT#@ucb.example"},
    ],
)
async def test_guests_and_federated_people_are_refused(room: Room, about: dict[str, str]) -> None:
    guest = person("gil", **about)
    room.cloud.join(guest)
    await room.cloud.says(guest, "report")
    told = await room.cloud.connector.in_chat(guest.chat)
    assert "Guests, external people and bots cannot." in words(told.card)
    assert room.talk.asked == []


async def test_who_is_not_in_the_tenants_directory_is_refused(room: Room) -> None:
    said = room.cloud.activity(room.asha, "message", text="help")
    del said["from"]["aadObjectId"]
    await room.cloud.send(said)
    told = await room.cloud.connector.in_chat(room.asha.chat)
    assert "full account" in words(told.card)


async def test_a_person_cannot_pass_for_another(room: Room) -> None:
    said = room.cloud.activity(room.asha, "message", text="help")
    said["from"]["aadObjectId"] = "oid-morgan"
    await room.cloud.send(said)
    told = await room.cloud.connector.in_chat(room.asha.chat)
    assert "full account" in words(told.card)
    assert room.talk.asked == []


async def test_nobody_passes_while_teams_cannot_be_asked(room: Room) -> None:
    room.cloud.connector.member_faults.append(Fault(503))
    await room.cloud.says(room.asha, "help")
    told = await room.cloud.connector.in_chat(room.asha.chat)
    assert "Try again in a minute." in told.activity["text"]
    await room.cloud.says(room.asha, "help")
    await room.adapter.close()
    assert len(room.talk.asked) == 1


async def test_a_person_is_looked_up_once_in_a_while(room: Room) -> None:
    for _ in range(3):
        await room.cloud.says(room.asha, "help")
    await room.adapter.close()
    assert len(room.talk.asked) == 3
    assert len(room.cloud.connector.looked_up) == 1


async def test_a_closed_adapter_sends_teams_elsewhere(room: Room) -> None:
    await room.adapter.close()
    assert (await room.cloud.says(room.asha, "help")).status == 503


async def test_typed_text_reaches_the_conversation_as_it_was_typed(room: Room) -> None:
    await room.cloud.says(room.asha, f"check {NASTY}")
    await room.adapter.close()
    assert room.talk.asked[0].details == (f"check {NASTY}",)


async def test_nothing_is_said_when_there_is_nothing_to_say(room: Room) -> None:
    room.talk.answer = Nothing()
    await room.cloud.says(room.asha, "help")
    await room.adapter.close()
    assert room.cloud.connector.messages == []


async def test_several_tenants_can_be_served(enter: Enter) -> None:
    from adapters.teams import AppType

    both = frozenset({TENANT, OTHER_TENANT})
    room = await enter(app_type=AppType.MULTI_TENANT, tenants=both)
    other = person("olu", OTHER_TENANT)
    room.cloud.join(other)
    room.talk.answer = Card("Hello", "Hello", (), (Button("run", "Go", "help"),))
    await room.cloud.says(other, "help")
    assert "Hello" in words((await room.cloud.connector.in_chat(other.chat)).card)
