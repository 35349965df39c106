"""Reads what was entered in a form back out of the view that Slack sends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from adapters.chat.payloads import Body, Malformed, mapping, optional_text, text
from adapters.chat.text import received
from adapters.slack.carrying.private_metadata import metadata
from adapters.slack.names import field_name
from bot.views.form import Value, Values


@dataclass(frozen=True, slots=True)
class Entered:
    """``inputs``: the block of every field on show, by field name."""

    form: str
    state: str
    values: Values
    inputs: Mapping[str, str]


def entered(view: Body, zone: ZoneInfo) -> Entered:
    """Raises ``Malformed`` for anything a form of ours cannot have brought about."""
    _, form, state = metadata(view)
    if not form:
        raise Malformed("private_metadata")
    values: dict[str, Value] = {}
    for block, actions in mapping(view, "state", "values").items():
        name = field_name(block)
        if name is None or not isinstance(actions, Mapping):
            continue
        for element in actions.values():
            values[name] = _value(element, zone)
    return Entered(form, state, values, inputs(view))


def inputs(view: Body) -> dict[str, str]:
    """Field names and the ids of the blocks that ask for them, from the top."""
    found: dict[str, str] = {}
    for block in blocks(view):
        if block.get("type") == "input":
            block_id = text(block, "block_id")
            found[field_name(block_id) or block_id] = block_id
    return found


def blocks(view: Body) -> Iterator[dict[str, Any]]:
    shown = view.get("blocks")
    if not isinstance(shown, list):
        raise Malformed("blocks")
    for block in shown:
        if not isinstance(block, dict):
            raise Malformed("blocks")
        yield block


def _value(element: object, zone: ZoneInfo) -> Value:
    if not isinstance(element, Mapping):
        raise Malformed("state")
    match element.get("type"):
        case "plain_text_input":
            return received(optional_text(element, "value"))
        case "static_select" | "external_select" | "radio_buttons":
            chosen = optional_text(element, "selected_option", "value")
            return received(chosen) or None
        case "checkboxes" | "multi_static_select":
            return _chosen(element.get("selected_options"))
        case "datepicker" | "timepicker" | "datetimepicker":
            return _when(element, zone)
        case _:
            raise Malformed("state")


def _chosen(options: object) -> tuple[str, ...]:
    if options is None:
        return ()
    if not isinstance(options, list) or not all(isinstance(o, Mapping) for o in options):
        raise Malformed("state")
    return tuple(received(text(option, "value")) for option in options)


def _when(element: Body, zone: ZoneInfo) -> date | datetime | time | None:
    try:
        match element.get("type"):
            case "datepicker":
                day = optional_text(element, "selected_date")
                return date.fromisoformat(day) if day else None
            case "timepicker":
                hour = optional_text(element, "selected_time")
                return time.fromisoformat(hour) if hour else None
            case _:
                seconds = element.get("selected_date_time")
                return None if seconds is None else datetime.fromtimestamp(int(seconds), zone)
    except (TypeError, ValueError, OverflowError, OSError):
        raise Malformed("state") from None
