"""Blocks and elements as Slack takes them, in short words."""

from typing import Any

from tests.adapters.playground.samples import (
    actions,
    button,
    option,
    plain,
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
