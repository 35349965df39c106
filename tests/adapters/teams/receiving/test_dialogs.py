"""Dialogs: opened by buttons, sent whole, shown again with what is wrong."""

import pytest

from bot.views.answer import Nothing, Problems
from tests.adapters.teams.conftest import Enter, Room
from tests.adapters.teams.pressing import PRESS, fetch, submit
from tests.adapters.teams.views import CARD, FORM
from tests.support.adaptive_reading import data, inputs, words
from tests.support.adaptive_schema import check_card
from tests.support.teams_cloud import CHANNEL, OTHER_TENANT, Json, person


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
