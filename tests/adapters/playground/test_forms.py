"""Sending a form: what Slack checks itself, what the bot gets, what its answer does."""

import pytest

from tests.adapters.playground.filling_in import Json, submit
from tests.adapters.playground.samples import asked, entered, modal, option, plain, typed
from tests.adapters.playground.stage import ASHA, MORGAN, Stage

EVERY_INPUT = (
    typed("text"),
    asked({"type": "static_select", "options": [option("a"), option("b")]}, "menu"),
    asked({"type": "radio_buttons", "options": [option("a"), option("b")]}, "radio"),
    asked({"type": "checkboxes", "options": [option("a"), option("b"), option("c")]}, "boxes"),
    asked({"type": "external_select"}, "search"),
    asked({"type": "datepicker"}, "day"),
    asked({"type": "timepicker"}, "time"),
    asked({"type": "datetimepicker"}, "moment"),
)
FILLED = {
    **entered("text", "plain_text_input", value="<b> & \u200f\U0001f600"),
    **entered("menu", "static_select", selected_option=option("a")),
    **entered("radio", "radio_buttons", selected_option=option("b")),
    **entered("boxes", "checkboxes", selected_options=[option("a"), option("c")]),
    **entered("search", "external_select", selected_option=option("c1", "Casey Customer")),
    **entered("day", "datepicker", selected_date="2030-05-02"),
    **entered("time", "timepicker", selected_time="09:30"),
    **entered("moment", "datetimepicker", selected_date_time=1903944600),
}


async def test_what_the_bot_gets(stage: Stage) -> None:
    view = await stage.opened(modal(*EVERY_INPUT, private_metadata="state"))
    assert await submit(stage, view, FILLED) == {"result": "closed"}
    sent = stage.bot.last
    assert (sent["type"], sent["response_urls"]) == ("view_submission", [])
    assert sent["view"]["state"]["values"] == FILLED
    assert sent["view"]["private_metadata"] == "state"
    assert (sent["view"]["id"], sent["view"]["hash"]) == (view["id"], view["hash"])
    assert (sent["user"]["id"], sent["team"]["id"]) == (ASHA, "T0PLAY")
    assert sent["trigger_id"]
    assert await stage.views() == []


async def test_initial_values_count_as_entered(stage: Stage) -> None:
    blocks = [
        typed("text", initial_value="Given"),
        asked(
            {
                "type": "checkboxes",
                "options": [option("a"), option("b")],
                "initial_options": [option("b")],
            },
            "boxes",
        ),
    ]
    view = await stage.opened(modal(*blocks))
    await submit(stage, view)
    values = stage.bot.last["view"]["state"]["values"]
    assert values["text"]["field"]["value"] == "Given"
    assert values["boxes"]["field"]["selected_options"] == [option("b")]


async def test_what_is_left_empty_is_sent_as_slack_sends_it(stage: Stage) -> None:
    view = await stage.opened(modal(*[{**block, "optional": True} for block in EVERY_INPUT]))
    await submit(stage, view, entered("text", "plain_text_input", value=""))
    values = stage.bot.last["view"]["state"]["values"]
    assert values["text"]["field"] == {"type": "plain_text_input", "value": None}
    assert values["boxes"]["field"] == {"type": "checkboxes", "selected_options": []}
    assert values["menu"]["field"] == {"type": "static_select", "selected_option": None}
    assert values["moment"]["field"] == {"type": "datetimepicker", "selected_date_time": None}


async def test_required_inputs_are_checked_before_the_bot_hears(stage: Stage) -> None:
    view = await stage.opened(modal(*EVERY_INPUT))
    heard = len(stage.bot.heard)
    answer = await submit(stage, view)
    assert answer["result"] == "errors"
    assert set(answer["errors"]) == {block["block_id"] for block in EVERY_INPUT}
    assert set(answer["errors"].values()) == {"Please complete this required field."}
    assert len(stage.bot.heard) == heard
    assert len(await stage.views()) == 1


@pytest.mark.parametrize(
    ("block", "state", "sentence"),
    [
        (typed(max_length=5), {"value": "123456"}, "5 characters or fewer"),
        (typed(), {"value": "x" * 3001}, "3000 characters or fewer"),
        (typed(min_length=3), {"value": "12"}, "3 characters or more"),
        (asked({"type": "email_text_input"}), {"value": "nobody"}, "email"),
        (asked({"type": "url_text_input"}), {"value": "here"}, "URL"),
        (
            asked({"type": "number_input", "is_decimal_allowed": False}),
            {"value": "many"},
            "number",
        ),
        (asked({"type": "datepicker"}), {"selected_date": "tomorrow"}, "date"),
        (asked({"type": "timepicker"}), {"selected_time": "noon"}, "time"),
        (asked({"type": "datetimepicker"}), {"selected_date_time": 19}, "date and time"),
    ],
)
async def test_what_slack_itself_finds_wrong(
    stage: Stage, block: Json, state: Json, sentence: str
) -> None:
    view = await stage.opened(modal(block))
    answer = await submit(stage, view, entered("block", block["element"]["type"], **state))
    assert answer["result"] == "errors"
    assert sentence in answer["errors"]["block"]


@pytest.mark.parametrize(
    ("block", "state"),
    [
        ("text", {"value": 3}),
        ("menu", {"selected_option": option("z")}),
        ("menu", {"selected_option": {}}),
        ("radio", {"selected_option": "a"}),
        ("boxes", {"selected_options": "a"}),
        ("boxes", {"selected_options": [option("a"), option("z")]}),
        ("search", {"selected_option": {"text": plain("x")}}),
        ("moment", {"selected_date_time": "now"}),
    ],
)
async def test_values_that_no_form_could_send(stage: Stage, block: str, state: Json) -> None:
    view = await stage.opened(modal(*EVERY_INPUT))
    heard = len(stage.bot.heard)
    forged = {**FILLED, block: {"field": {**state}}}
    ask = {"seat": ASHA, "view_id": view["id"], "values": forged}
    assert "offered" in await stage.refused("view/submit", 400, **ask)
    assert len(stage.bot.heard) == heard


async def test_values_of_no_input_are_left_out(stage: Stage) -> None:
    view = await stage.opened(modal(typed("text")))
    values = {**FILLED, "other": "nonsense"}
    await submit(stage, view, values)
    assert set(stage.bot.last["view"]["state"]["values"]) == {"text"}


async def test_forms_that_cannot_be_sent(stage: Stage) -> None:
    view = await stage.opened(modal(submit=None))
    ask = {"seat": ASHA, "view_id": view["id"], "values": {}}
    assert "nothing to send" in await stage.refused("view/submit", 400, **ask)
    assert "open" in await stage.refused("view/submit", 404, **{**ask, "seat": MORGAN})
    assert "open" in await stage.refused("view/submit", 404, **{**ask, "view_id": "V0NONE"})
