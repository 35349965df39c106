"""Buttons: the conversation comes first, then the acknowledgement."""

import asyncio
from typing import Any

from adapters.slack.rendering.card import card_view
from adapters.slack.words import OTHER_WORKSPACE, TOO_LATE, WINDOWS
from bot.views.answer import Nothing, Problems
from bot.views.card import Card
from bot.views.form import Form, TextField
from tests.adapters.slack.limits_check import check_view, words
from tests.adapters.slack.web_api import TEAM
from tests.adapters.slack.workspace import USER, Workspace, filled, pressing

CARD = Card("Approved", "You approved it")
FORM = Form("reject", "Reject", "Send", (TextField(name="reason", label="Why"),))


def in_view(view: dict[str, Any]) -> dict[str, Any]:
    return {"view": {**view, "id": "V1"}, "container": {"type": "view", "view_id": "V1"}}


async def test_a_press_is_decided_before_it_is_acknowledged(place: Workspace) -> None:
    answer = await place.press()
    assert (answer.status, answer.body) == (200, "")
    assert place.talk.finished == 1
    assert place.talk.asked[0].details == ("approve", "case-1/7")


async def test_a_repeated_press_has_the_same_name_and_a_new_one_another(place: Workspace) -> None:
    await place.press()
    await place.press()
    later = pressing("")["actions"][0] | {"action_ts": "1700000009.000100"}
    await place.press(actions=[later])
    first, again, new = (asked.caller.delivery for asked in place.talk.asked)
    assert first == again
    assert first == f"slack:action:{TEAM}:{USER}:1699.1:1700000000.000100:press/0/approve"
    assert new != first


async def test_a_card_answers_privately_and_leaves_the_message(place: Workspace) -> None:
    place.talk.answer = CARD
    await place.press()
    shown = await place.slack.called("respond/press")
    assert (shown["response_type"], shown["replace_original"]) == ("ephemeral", False)


async def test_nothing_to_say_is_only_acknowledged(place: Workspace) -> None:
    place.talk.answer = Nothing()
    await place.press()
    await place.adapter.close()
    assert {call.method for call in place.slack.calls} == {"auth.test", "users.info"}


async def test_a_form_is_opened_from_a_message(place: Workspace) -> None:
    place.talk.answer = FORM
    await place.press()
    check_view((await place.slack.called("views.open"))["view"])


async def test_a_form_that_comes_too_late_is_explained(place: Workspace) -> None:
    place.talk.answer = FORM
    place.slack.fails("views.open", "expired_trigger_id")
    await place.press()
    assert words((await place.slack.called("respond/press"))["blocks"]) == TOO_LATE


async def test_problems_are_told_privately(place: Workspace) -> None:
    place.talk.answer = Problems(general="Morgan Manager decided this at 10:02.")
    await place.press()
    shown = await place.slack.called("respond/press")
    assert words(shown["blocks"]) == "Morgan Manager decided this at 10:02."


async def test_in_a_card_view_the_answer_takes_its_place(place: Workspace) -> None:
    place.talk.answer = CARD
    await place.press(**in_view(card_view(Card("Cases", "s"), "/ucb", 3)))
    updated = await place.slack.called("views.update")
    assert updated["view_id"] == "V1"
    assert updated["view"]["private_metadata"].startswith("4\n")


async def test_in_a_form_the_answer_stands_above_so_that_nothing_typed_is_lost(
    place: Workspace,
) -> None:
    place.talk.answer = CARD
    await place.press(**in_view(filled(FORM, {})))
    assert (await place.slack.called("views.push"))["trigger_id"] == "1.2.press"
    assert not place.slack.of("views.update")


async def test_too_many_windows_are_explained(place: Workspace) -> None:
    place.talk.answer = FORM
    place.slack.fails("views.push", "push_limit_reached")
    await place.press(**in_view(filled(FORM, {})), response_url=None)
    assert words((await place.slack.called("chat.postMessage"))["blocks"]) == WINDOWS


async def test_past_the_budget_it_is_acknowledged_and_finished_later(hurried: Workspace) -> None:
    hurried.talk.gate.clear()
    hurried.talk.answer = CARD
    answer = await hurried.press()
    assert (answer.status, hurried.talk.finished) == (200, 0)
    hurried.talk.gate.set()
    assert "Approved" in words((await hurried.slack.called("respond/press"))["blocks"])


async def test_closing_waits_for_what_is_under_way(hurried: Workspace) -> None:
    hurried.talk.gate.clear()
    hurried.talk.answer = CARD
    await hurried.press()
    closing = asyncio.create_task(hurried.adapter.close())
    await asyncio.sleep(0)
    assert not closing.done()
    hurried.talk.gate.set()
    await closing
    assert hurried.talk.finished == 1
    assert hurried.slack.of("respond/press")


async def test_another_workspace_is_refused_privately(place: Workspace) -> None:
    await place.press(user={"id": USER, "team_id": "T9999"})
    assert words((await place.slack.called("respond/press"))["blocks"]) == OTHER_WORKSPACE
    assert not place.talk.asked


async def test_other_elements_are_only_acknowledged(place: Workspace) -> None:
    other = pressing("")["actions"][0] | {"action_id": "entry"}
    assert (await place.press(actions=[other])).status == 200
    assert not place.talk.asked
