"""Slack's limits on blocks and views, each at its edge."""

from typing import Any

import pytest

from adapters.playground.limits import message_faults, option_faults, view_faults
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

Json = dict[str, Any]


def select(**more: Any) -> Json:
    return {"type": "static_select", "action_id": "s", "options": [option("a")], **more}


def boxes(count: int) -> Json:
    options = [option(str(n)) for n in range(count)]
    return {"type": "checkboxes", "action_id": "c", "options": options}


def overflow(count: int) -> Json:
    return {"type": "overflow", "action_id": "o", "options": [option(str(n)) for n in range(count)]}


def confirm(**more: Any) -> Json:
    return {
        "title": plain("Sure?"),
        "text": plain("It counts."),
        "confirm": plain("Yes"),
        "deny": plain("No"),
        **more,
    }


def fields(count: int, length: int = 5) -> Json:
    return {"type": "section", "fields": [plain("x" * length)] * count}


def context(count: int) -> Json:
    return {"type": "context", "elements": [plain("x")] * count}


def pressing(**more: Any) -> Json:
    return actions(button(**more))


def choosing(**more: Any) -> Json:
    return actions(select(**more))


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


BAD: list[tuple[Json, str, str]] = [
    # the block, what Slack says, where
    ({"type": "carousel"}, "unsupported type: carousel", "/type"),
    ({"text": plain("x")}, "unsupported type: None", "/type"),
    (section("x" * 3001), "must be less than 3001 characters", "/text/text"),
    (section(""), "must be more than 0 characters", "/text/text"),
    ({"type": "section"}, "must define either `text` or `fields`", ""),
    ({"type": "section", "text": "x"}, "must be an object", "/text"),
    ({"type": "section", "text": {"text": "x"}}, "missing required field: type", "/text"),
    ({"type": "section", "text": {"type": "mrkdwn"}}, "missing required field: text", "/text"),
    (
        {"type": "section", "text": {"type": "html", "text": "x"}},
        "must be one of: plain_text, mrkdwn",
        "/text/type",
    ),
    (
        {"type": "section", "text": {"type": "mrkdwn", "text": "x", "emoji": True}},
        "invalid additional property: emoji",
        "/text",
    ),
    ({"type": "section", "text": {**plain("x"), "emoji": 1}}, "must be a boolean", "/text/emoji"),
    ({"type": "section", "text": plain(3)}, "must be a string", "/text/text"),  # type: ignore[arg-type]
    (section(colour="red"), "invalid additional property: colour", ""),
    (section(block_id="b" * 256), "must be less than 256 characters", "/block_id"),
    (fields(11), "no more than 10 items allowed", "/fields"),
    (fields(1, 2001), "must be less than 2001 characters", "/fields/0/text"),
    (section(accessory=overflow(6)), "no more than 5 items allowed", "/accessory/options"),
    (
        section(accessory=typed()["element"]),
        "unsupported type: plain_text_input",
        "/accessory/type",
    ),
    (
        {"type": "header", "text": plain("x" * 151)},
        "must be less than 151 characters",
        "/text/text",
    ),
    ({"type": "header"}, "missing required field: text", ""),
    (
        {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
        "must be one of: plain_text",
        "/text/type",
    ),
    ({"type": "divider", "text": plain("x")}, "invalid additional property: text", ""),
    ({"type": "image", "image_url": "x"}, "missing required field: alt_text", ""),
    (
        {"type": "image", "image_url": "x", "alt_text": "x" * 2001},
        "must be less than 2001 characters",
        "/alt_text",
    ),
    (context(11), "no more than 10 items allowed", "/elements"),
    (context(0), "no fewer than 1 items allowed", "/elements"),
    ({"type": "context", "elements": "x"}, "must be an array", "/elements"),
    (
        actions(*[button(action_id=f"a{n}") for n in range(26)]),
        "no more than 25 items allowed",
        "/elements",
    ),
    (
        actions(button(), button()),
        '`action_id` "go" already exists',
        "/elements/1/action_id",
    ),
    (pressing(label="x" * 76), "must be less than 76 characters", "/elements/0/text/text"),
    (pressing(value="v" * 2001), "must be less than 2001 characters", "/elements/0/value"),
    (pressing(action_id="a" * 256), "must be less than 256 characters", "/elements/0/action_id"),
    (pressing(url="u" * 3001), "must be less than 3001 characters", "/elements/0/url"),
    (pressing(style="red"), "must be one of: primary, danger", "/elements/0/style"),
    (pressing(block_id="b"), "invalid additional property: block_id", "/elements/0"),
    (
        pressing(confirm=confirm(title=plain("x" * 101))),
        "must be less than 101 characters",
        "/elements/0/confirm/title/text",
    ),
    (
        pressing(confirm=confirm(text=plain("x" * 301))),
        "must be less than 301 characters",
        "/elements/0/confirm/text/text",
    ),
    (
        pressing(confirm=confirm(deny=plain("x" * 31))),
        "must be less than 31 characters",
        "/elements/0/confirm/deny/text",
    ),
    (
        pressing(confirm=confirm(style="red")),
        "must be one of: primary, danger",
        "/elements/0/confirm/style",
    ),
    (
        pressing(confirm={"title": plain("x")}),
        "missing required field: text",
        "/elements/0/confirm",
    ),
    (actions(), "no fewer than 1 items allowed", "/elements"),
    (choosing(options=[]), "no fewer than 1 items allowed", "/elements/0/options"),
    (
        choosing(options=[option(str(n)) for n in range(101)]),
        "no more than 100 items allowed",
        "/elements/0/options",
    ),
    (
        choosing(options=[option("a", "x" * 76)]),
        "must be less than 76 characters",
        "/elements/0/options/0/text/text",
    ),
    (
        choosing(options=[option("v" * 151)]),
        "must be less than 151 characters",
        "/elements/0/options/0/value",
    ),
    (
        choosing(options=[{**option("a"), "description": plain("x" * 76)}]),
        "must be less than 76 characters",
        "/elements/0/options/0/description/text",
    ),
    (
        choosing(options=[{"text": plain("x")}]),
        "missing required field: value",
        "/elements/0/options/0",
    ),
    (
        choosing(initial_option=option("b")),
        "initial option(s) must be among `options`",
        "/elements/0",
    ),
    (
        choosing(placeholder=plain("x" * 151)),
        "must be less than 151 characters",
        "/elements/0/placeholder/text",
    ),
    (
        actions({"type": "static_select"}),
        "must define either `options` or `option_groups`",
        "/elements/0",
    ),
    (
        actions(
            {
                "type": "static_select",
                "option_groups": [{"label": plain("x" * 76), "options": [option("a")]}],
            }
        ),
        "must be less than 76 characters",
        "/elements/0/option_groups/0/label/text",
    ),
    (actions(boxes(11)), "no more than 10 items allowed", "/elements/0/options"),
    (
        actions({**boxes(2), "initial_options": [option("9")]}),
        "initial option(s) must be among `options`",
        "/elements/0",
    ),
    (
        actions({**boxes(2), "initial_options": "9"}),
        "must be an array",
        "/elements/0/initial_options",
    ),
    (
        actions({"type": "datepicker", "initial_date": "31.12.2030"}),
        "must be like 2030-12-31",
        "/elements/0/initial_date",
    ),
    (
        actions({"type": "timepicker", "initial_time": "noon"}),
        "must be like 23:59",
        "/elements/0/initial_time",
    ),
    (
        actions({"type": "datetimepicker", "initial_date_time": 19}),
        "must be a Unix time of 10 digits",
        "/elements/0/initial_date_time",
    ),
    (
        section(accessory={"type": "datetimepicker"}),
        "unsupported type: datetimepicker",
        "/accessory/type",
    ),
    (typed(max_length=3001), "must be a number up to 3000", "/element/max_length"),
    (
        typed(initial_value="x" * 3001),
        "must be less than 3001 characters",
        "/element/initial_value",
    ),
    (typed(multiline="yes"), "must be a boolean", "/element/multiline"),
    (asked(button()), "unsupported type: button", "/element/type"),
    (asked(select(), label="x" * 2001), "must be less than 2001 characters", "/label/text"),
    (asked(select(), optional="no"), "must be a boolean", "/optional"),
    ({"type": "input", "label": plain("x")}, "missing required field: element", ""),
]


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
