"""Where a caller speaks: the channel by which it is watched, for whatever they do there."""

from typing import Any

import pytest

from bot.views.answer import Problems
from bot.views.card import Card
from bot.views.form import Form, TextField
from tests.adapters.slack.workspace import Workspace, filled

FORM = Form("log", "Log", "Send", (TextField(name="n", label="What happened"),))
HERE: dict[str, Any] = {"channel": {"id": "C1", "name": "alerts"}}


async def channels(place: Workspace) -> list[str]:
    await place.adapter.close()
    return [asked.caller.channel for asked in place.talk.asked]


@pytest.mark.parametrize(
    ("channel", "name", "told"),
    [
        ("C1", "alerts", "C1"),
        ("G1", "privategroup", "G1"),
        ("D1", "directmessage", ""),
        ("C2", "mpdm-asha--morgan-1", ""),
        ("", "", ""),
    ],
)
async def test_of_a_command(place: Workspace, channel: str, name: str, told: str) -> None:
    await place.command("watch", channel_id=channel, channel_name=name)
    assert await channels(place) == [told]


async def test_of_a_press(place: Workspace) -> None:
    await place.press(**HERE)
    await place.press(channel={"id": "D1", "name": "directmessage"})
    assert await channels(place) == ["C1", ""]


async def test_of_a_form_and_of_the_next(place: Workspace) -> None:
    place.talk.answer = FORM
    await place.press(**HERE)
    shown = (await place.slack.called("views.open"))["view"]
    view = {**filled(FORM, {}), "private_metadata": shown["private_metadata"]}
    answer = await place.submit(view)
    again = {**filled(FORM, {}), "private_metadata": answer.json["view"]["private_metadata"]}
    await place.submit(again)
    assert await channels(place) == ["C1", "C1", "C1"]


async def test_of_a_form_that_came_back_with_problems(place: Workspace) -> None:
    empty = Form("log", "Log", "Send", ())
    place.talk.answer = empty
    await place.press(**HERE)
    shown = (await place.slack.called("views.open"))["view"]
    place.talk.answer = Problems(general="Not now.")
    answer = await place.submit(
        {**filled(empty, {}), "private_metadata": shown["private_metadata"]}
    )
    assert answer.json["view"]["private_metadata"] == "1 C1\nlog\n"


async def test_of_a_button_in_a_card_that_took_the_place_of_a_form(place: Workspace) -> None:
    place.talk.answer = FORM
    await place.press(**HERE)
    shown = (await place.slack.called("views.open"))["view"]
    place.talk.answer = Card("Logged", "It is logged")
    answer = await place.submit({**filled(FORM, {}), "private_metadata": shown["private_metadata"]})
    card = {**answer.json["view"], "id": "V1"}
    await place.press(container={"type": "view", "view_id": "V1"}, view=card)
    assert await channels(place) == ["C1", "C1", "C1"]


async def test_a_form_opened_in_a_direct_message_has_none(place: Workspace) -> None:
    place.talk.answer = FORM
    await place.command("report", channel_id="D1", channel_name="directmessage")
    shown = (await place.slack.called("views.open"))["view"]
    assert shown["private_metadata"] == "0\nlog\n"
