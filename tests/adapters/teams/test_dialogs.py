"""Dialogs: opened by buttons, sent whole, shown again with what is wrong."""

import pytest

from bot.views.answer import Nothing, Problems
from bot.views.card import Button, Card, Paragraph
from bot.views.form import Option
from tests.adapters.teams.conftest import Enter, Room
from tests.adapters.teams.views import CARD, FORM
from tests.support.adaptive_reading import button, data, inputs, words
from tests.support.adaptive_schema import check_card
from tests.support.teams_cloud import CHANNEL, OTHER_TENANT, Json, Reply, person

PRESS = {"ucb": {"do": "press", "action": "reject", "value": "c/4"}}


async def fetch(room: Room, sent: Json, where: str = "") -> Reply:
    return await room.cloud.invokes(room.asha, "task/fetch", {"data": sent}, where)


async def submit(room: Room, sent: Json, where: str = "") -> Reply:
    return await room.cloud.invokes(room.asha, "task/submit", {"data": sent}, where)


async def opened(room: Room) -> Json:
    """The report form in a dialog, as it would be sent without a change."""
    room.talk.answer = FORM
    reply = await fetch(room, PRESS)
    entries = {key: e.get("value", "") for key, e in inputs(reply.card).items()}
    room.talk.asked.clear()
    return {**data(reply.card, "Report"), **entries}


async def test_a_press_opens_the_form_it_answers_with(room: Room) -> None:
    room.talk.answer = FORM
    reply = await fetch(room, PRESS, CHANNEL)
    assert room.talk.asked[0].details == ("reject", "c/4")
    assert "If somebody is in danger now, call 999 first." in words(reply.card)
    check_card(reply.card)


async def test_a_card_is_shown_in_the_dialog_to_the_presser_alone(room: Room) -> None:
    room.talk.answer = CARD
    reply = await fetch(room, PRESS, CHANNEL)
    assert "Casey Customer" in words(reply.card)
    check_card(reply.card)
    await room.adapter.close()
    assert room.cloud.connector.messages == []


async def test_what_is_pressed_in_a_dialog_is_answered_in_it(room: Room) -> None:
    room.talk.answer = CARD
    shown = (await fetch(room, PRESS)).card
    room.talk.answer = FORM
    reply = await submit(room, data(shown, "Reject"))
    assert room.talk.asked[1].details == ("reject", "case-1/4")
    assert "What happened?" in words(reply.card)


async def test_a_form_is_submitted_with_everything_entered(room: Room) -> None:
    sent = await opened(room)
    room.talk.answer = Nothing()
    reply = await submit(room, {**sent, "entry/topic": "Grant"})
    assert (reply.status, reply.body) == (200, {})
    [asked] = room.talk.asked
    assert asked.what == "submit"
    form, state, entered = asked.details
    assert (form, state) == ("report", "case-1")
    assert isinstance(entered, dict)
    assert (entered["topic"], entered["means"]) == ("Grant", "phone")


async def test_problems_keep_the_form_open_with_what_was_typed(room: Room) -> None:
    sent = await opened(room)
    room.talk.answer = Problems({"topic": "Say what the contact was about."})
    reply = await submit(room, {**sent, "entry/narrative": "long story"})
    check_card(dict(reply.card))
    assert "Topic: Say what the contact was about." in words(reply.card)
    assert inputs(reply.card)["entry/narrative"]["value"] == "long story"
    again = {**data(reply.card, "Report"), "entry/topic": "Grant"}
    room.talk.answer = Nothing()
    assert (await submit(room, again)).body == {}


async def test_an_unforeseen_fault_keeps_the_form_open_too(room: Room) -> None:
    sent = await opened(room)
    room.talk.fault = RuntimeError("secret")
    reply = await submit(room, {**sent, "entry/topic": "Grant"})
    assert "tell your administrator this reference" in words(reply.card)
    assert inputs(reply.card)["entry/topic"]["value"] == "Grant"


async def test_a_second_form_follows_the_first(room: Room) -> None:
    sent = await opened(room)
    room.talk.answer = FORM
    reply = await submit(room, sent)
    assert reply.task["value"]["title"] == "Report an incident"


async def test_a_double_click_has_one_delivery_name_and_a_change_another(room: Room) -> None:
    sent = await opened(room)
    room.talk.answer = Nothing()
    for entries in (sent, sent, {**sent, "entry/topic": "Grant"}):
        await submit(room, entries)
    first, second, third = (asked.caller.delivery for asked in room.talk.asked)
    assert first == second != third
    again = await opened(room)
    room.talk.answer = Nothing()
    await submit(room, again)
    assert room.talk.asked[0].caller.delivery != first, "the same words in another dialog"


async def test_what_takes_too_long_is_finished_and_told_privately(enter: Enter) -> None:
    room = await enter()
    sent = await opened(room)
    hasty = await enter(budget=0.0)
    hasty.talk.answer = Nothing()
    hasty.talk.gate.clear()
    reply = await submit(hasty, sent, CHANNEL)
    assert reply.task["type"] == "message"
    assert "the outcome will appear in our private chat" in reply.task["value"]
    hasty.talk.gate.set()
    message = await hasty.cloud.connector.in_chat(hasty.asha.chat)
    assert "It is recorded." in words(message.card)


async def test_a_late_problem_gives_the_form_back_with_what_was_typed(enter: Enter) -> None:
    sent = {**await opened(await enter()), "entry/narrative": "long story"}
    hasty = await enter(budget=0.0)
    hasty.talk.answer = Problems({"topic": "Say what."})
    hasty.talk.gate.clear()
    await submit(hasty, sent)
    hasty.talk.gate.set()
    message = await hasty.cloud.connector.in_chat(hasty.asha.chat)
    check_card(dict(message.card))
    assert "• Say what." in words(message.card)
    reply = await fetch(hasty, data(message.card, "Open the form"))
    assert inputs(reply.card)["entry/narrative"]["value"] == "long story"


async def test_closing_waits_for_what_is_under_way(enter: Enter) -> None:
    sent = await opened(await enter())
    hasty = await enter(budget=0.0)
    hasty.talk.gate.clear()
    await submit(hasty, sent)
    hasty.talk.gate.set()
    await hasty.adapter.close()
    assert hasty.talk.finished == 1


@pytest.mark.parametrize("form", ["rubbish", "eJwDAAAAAAE="])
async def test_a_damaged_form_is_refused_kindly(room: Room, form: str) -> None:
    sent = {"ucb": {"do": "fill", "form": form, "opened": "d"}}
    for reply in (await submit(room, sent), await fetch(room, sent)):
        assert "too old, or damaged" in reply.task["value"]


@pytest.mark.parametrize(
    "value",
    [{}, {"data": {}}, {"data": {"ucb": 7}}, {"data": {"ucb": {"do": "x"}}}, {"data": "x"}],
)
async def test_malformed_data_is_refused(room: Room, value: Json) -> None:
    for name in ("task/fetch", "task/submit", "composeExtension/submitAction"):
        assert (await room.cloud.invokes(room.asha, name, value)).status == 400
    assert room.talk.asked == []


async def test_an_unknown_invoke_is_not_implemented(room: Room) -> None:
    assert (await room.cloud.invokes(room.asha, "fileConsent/invoke", {})).status == 501


async def test_another_tenant_is_refused_in_the_dialog(room: Room) -> None:
    stranger = person("sam", OTHER_TENANT)
    room.cloud.join(stranger)
    reply = await room.cloud.invokes(stranger, "task/fetch", {"data": PRESS})
    assert "its own organisation only" in reply.task["value"]
    found = await room.cloud.invokes(stranger, "application/search", {"dataset": "staff"})
    assert found.body is not None
    assert found.body["value"] == {"results": []}
    acted = await room.cloud.invokes(stranger, "adaptiveCard/action", {})
    assert acted.body is not None
    assert "its own organisation only" in acted.body["value"]
    assert room.talk.asked == []


async def test_a_guest_is_refused_in_the_dialog(room: Room) -> None:
    guest = person("gil", role="guest")
    room.cloud.join(guest)
    reply = await room.cloud.invokes(guest, "task/fetch", {"data": PRESS})
    assert "Guests, external people and bots cannot." in words(reply.card)


# The message extension.

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


# The type-ahead.


async def test_customers_are_found_while_somebody_types(room: Room) -> None:
    room.talk.options = (Option("c-1", "Casey Customer", "CU-1"), *[Option("x", "X")] * 30)
    value = {"dataset": "customers", "queryText": "cas", "queryOptions": {"skip": 0, "top": 15}}
    reply = await room.cloud.invokes(room.asha, "application/search", value)
    assert reply.body is not None
    assert reply.body["type"] == "application/vnd.microsoft.search.searchResponse"
    results = reply.body["value"]["results"]
    assert results[0]["title"] == "Casey Customer: CU-1"
    assert results[0]["value"] == "Casey Customer: CU-1 [c-1]"
    assert len(results) == 15
    assert room.talk.asked[0].details == ("customers", "cas")


async def test_what_is_found_too_late_is_dropped(enter: Enter) -> None:
    hasty = await enter(budget=0.0)
    hasty.talk.options = (Option("c-1", "Casey Customer"),)
    hasty.talk.gate.clear()
    value = {"dataset": "customers", "queryText": "cas"}
    reply = await hasty.cloud.invokes(hasty.asha, "application/search", value)
    assert reply.body is not None
    assert reply.body["value"] == {"results": []}


async def test_an_unknown_dataset_finds_nothing(room: Room) -> None:
    value = {"dataset": "secrets", "queryText": "x"}
    reply = await room.cloud.invokes(room.asha, "application/search", value)
    assert reply.body is not None
    assert reply.body["value"] == {"results": []}


# Buttons that act at once.


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
