"""Blocks that Slack refuses: with what it says, and of which part."""

from tests.adapters.playground.blocks import (
    Json,
    boxes,
    choosing,
    confirm,
    context,
    fields,
    overflow,
    pressing,
    select,
)
from tests.adapters.playground.samples import (
    actions,
    asked,
    button,
    option,
    plain,
    section,
    typed,
)

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
