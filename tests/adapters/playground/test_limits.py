"""Slack's limits on blocks and views, each at its edge."""

from typing import Any

import pytest

from adapters.playground.limits import message_faults, option_faults, view_faults
from tests.adapters.playground.blocks import (
    Json,
    boxes,
    choosing,
    confirm,
    context,
    fields,
    overflow,
    pressing,
)
from tests.adapters.playground.refused_blocks import BAD
from tests.adapters.playground.samples import (
    actions,
    asked,
    button,
    modal,
    option,
    plain,
    section,
    typed,
)

GOOD: list[Json] = [
    section("x" * 3000),
    section(block_id="b" * 255),
    section(accessory=button()),
    section(accessory=overflow(5)),
    section(accessory={"type": "image", "image_url": "https://x.test/a.png", "alt_text": "A"}),
    fields(10, 2000),
    {"type": "section", "text": {"type": "mrkdwn", "text": "x", "verbatim": True}},
    {"type": "section", "text": {"type": "plain_text", "text": "x", "emoji": False}},
    {"type": "header", "text": plain("x" * 150)},
    {"type": "divider"},
    {"type": "image", "image_url": "https://x.test/a.png", "alt_text": "A", "title": plain("T")},
    context(10),
    actions(*[button(action_id=f"a{n}") for n in range(25)]),
    pressing(label="x" * 75, value="v" * 2000, style="danger", confirm=confirm(style="danger")),
    choosing(options=[option(str(n)) for n in range(100)], placeholder=plain("x" * 150)),
    choosing(options=[option("v" * 150, "x" * 75)]),
    choosing(initial_option=option("a")),
    {
        "type": "actions",
        "elements": [
            {
                "type": "static_select",
                "option_groups": [{"label": plain("G"), "options": [option("a")]}],
                "initial_option": option("a"),
            }
        ],
    },
    actions(boxes(10)),
    actions({"type": "external_select", "action_id": "e", "min_query_length": 0}),
    actions({"type": "datepicker", "action_id": "d", "initial_date": "2030-12-31"}),
    actions({"type": "timepicker", "action_id": "t", "initial_time": "23:59"}),
    actions({"type": "datetimepicker", "action_id": "m", "initial_date_time": 1900000000}),
    asked({"type": "plain_text_input", "max_length": 3000, "initial_value": ""}),
    asked({**boxes(3), "initial_options": [option("1")]}, hint=plain("Help"), optional=True),
]


@pytest.mark.parametrize("block", GOOD, ids=lambda block: block["type"])
def test_what_slack_takes(block: Json) -> None:
    assert message_faults([block]) == []


@pytest.mark.parametrize(("block", "what", "where"), BAD)
def test_what_slack_refuses(block: Json, what: str, where: str) -> None:
    assert f"[ERROR] {what} [json-pointer:/blocks/0{where}]" in message_faults([block])


def test_how_many_blocks_a_message_may_have() -> None:
    assert message_faults([section()] * 50) == []
    assert message_faults([section()] * 51) == [
        "[ERROR] no more than 50 items allowed [json-pointer:/blocks]"
    ]


@pytest.mark.parametrize("block", ["x", None, 3, []])
def test_a_block_that_is_none(block: Any) -> None:
    assert message_faults([block]) != []


def test_block_ids_are_unique() -> None:
    assert message_faults([section(block_id="b"), section(block_id="b")]) == [
        '[ERROR] `block_id` "b" already exists [json-pointer:/blocks/1/block_id]'
    ]


GOOD_VIEWS: list[Json] = [
    modal(*[section()] * 100),
    modal(title=plain("x" * 24), submit=plain("x" * 24), close=plain("x" * 24)),
    modal(private_metadata="x" * 3000, callback_id="x" * 255, external_id="x" * 255),
    modal(notify_on_close=True, clear_on_close=True),
    {"type": "home", "blocks": [section()]},
]


@pytest.mark.parametrize("view", GOOD_VIEWS)
def test_views_that_slack_takes(view: Json) -> None:
    assert view_faults(view) == ()


BAD_VIEWS: list[tuple[Json, str, str]] = [
    (modal(*[section()] * 101), "no more than 100 items allowed", "/blocks"),
    ({**modal(), "blocks": []}, "no fewer than 1 items allowed", "/blocks"),
    (modal(title=plain("x" * 25)), "must be less than 25 characters", "/title/text"),
    (modal(submit=plain("x" * 25)), "must be less than 25 characters", "/submit/text"),
    (modal(close=plain("x" * 25)), "must be less than 25 characters", "/close/text"),
    (modal(title=None), "missing required field: title", ""),
    (modal(private_metadata="x" * 3001), "must be less than 3001 characters", "/private_metadata"),
    (modal(private_metadata=3), "must be a string", "/private_metadata"),
    (modal(callback_id="x" * 256), "must be less than 256 characters", "/callback_id"),
    (modal(external_id="x" * 256), "must be less than 256 characters", "/external_id"),
    (modal(clear_on_close=1), "must be a boolean", "/clear_on_close"),
    (modal(submit_disabled=True), "invalid additional property: submit_disabled", ""),
    (
        modal(typed(), submit=None),
        "must define `submit` to use an `input` block in modals",
        "",
    ),
    (modal(section("x" * 3001)), "must be less than 3001 characters", "/blocks/0/text/text"),
    (
        {"type": "home", "blocks": [section()], "title": plain("x")},
        "invalid additional property: title",
        "",
    ),
    ({"type": "window", "blocks": [section()]}, "unsupported type: window", "/type"),
]


@pytest.mark.parametrize(("view", "what", "where"), BAD_VIEWS)
def test_views_that_slack_refuses(view: Json, what: str, where: str) -> None:
    faults = view_faults(view)
    assert faults[0] == "[ERROR] failed to match all allowed schemas [json-pointer:/view]"
    assert f"[ERROR] {what} [json-pointer:/view{where}]" in faults


def test_the_options_of_a_type_ahead() -> None:
    assert option_faults([]) == []
    assert option_faults([option(str(n)) for n in range(100)]) == []
    assert option_faults([option(str(n)) for n in range(101)]) != []
    assert option_faults([option("a", "x" * 76)]) != []
    assert option_faults(None) != []
