"""What stands in a form's inputs (``view.state.values``), and what Slack itself checks of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from adapters.playground.blocks import every_element, options
from adapters.playground.workspace import Json

Values = dict[str, dict[str, Json]]
"""Block id -> action id -> the element's state."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Under which key an element's state holds its value, and which key of the element sets it."""

    key: str
    initial: str
    many: bool = False


_TYPED: Final = _Slot("value", "initial_value")
_ONE: Final = _Slot("selected_option", "initial_option")
_MANY: Final = _Slot("selected_options", "initial_options", many=True)

_SLOTS: Final[dict[str, _Slot]] = {
    "plain_text_input": _TYPED,
    "email_text_input": _TYPED,
    "url_text_input": _TYPED,
    "number_input": _TYPED,
    "static_select": _ONE,
    "external_select": _ONE,
    "radio_buttons": _ONE,
    "checkboxes": _MANY,
    "multi_static_select": _MANY,
    "multi_external_select": _MANY,
    "users_select": _Slot("selected_user", "initial_user"),
    "channels_select": _Slot("selected_channel", "initial_channel"),
    "datepicker": _Slot("selected_date", "initial_date"),
    "timepicker": _Slot("selected_time", "initial_time"),
    "datetimepicker": _Slot("selected_date_time", "initial_date_time"),
}

_PATTERNS: Final = {
    "email_text_input": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "Enter a valid email address."),
    "url_text_input": (re.compile(r"https?://\S+"), "Enter a valid URL."),
    "number_input": (re.compile(r"-?\d+(\.\d+)?"), "Enter a valid number."),
    "datepicker": (re.compile(r"\d{4}-\d{2}-\d{2}"), "Enter a valid date."),
    "timepicker": (re.compile(r"\d{2}:\d{2}"), "Enter a valid time."),
    "datetimepicker": (re.compile(r"\d{10}"), "Enter a valid date and time."),
}


class NotFromThisForm(Exception):
    """A value that the form as it stands could not have produced."""


def state_of(blocks: Sequence[Json], entered: Mapping[str, Any]) -> Values:
    """The state of every input: what was entered, or what the form came with.

    ``entered`` may hold some of the inputs or all; anything else in it is left out. A choice
    that is not among the options raises ``NotFromThisForm``.
    """
    state: Values = {}
    for block, element in every_element(blocks):
        slot = _SLOTS.get(element["type"])
        if slot is None:
            continue
        given = _entered(entered, block["block_id"], element["action_id"])
        value = element.get(slot.initial) if given is None else given.get(slot.key)
        state.setdefault(block["block_id"], {})[element["action_id"]] = {
            "type": element["type"],
            slot.key: _tidy(element, slot, value),
        }
    return state


def carried_over(old: Values, blocks: Sequence[Json]) -> Values:
    """The state after a form was redrawn: an input that kept its ids and type keeps its value."""
    kept: Values = {}
    for block, element in every_element(blocks):
        before = old.get(block["block_id"], {}).get(element["action_id"])
        if before is not None and before["type"] == element["type"]:
            kept.setdefault(block["block_id"], {})[element["action_id"]] = before
    try:
        return state_of(blocks, kept)
    except NotFromThisForm:
        return state_of(blocks, {})


def faults(blocks: Sequence[Json], state: Values) -> dict[str, str]:
    """What Slack's client says before it sends a form: sentences by block id."""
    found: dict[str, str] = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        slot = _SLOTS[element["type"]]
        value = state[block["block_id"]][element["action_id"]][slot.key]
        sentence = _fault(element, value, required=not block.get("optional", False))
        if sentence:
            found[block["block_id"]] = sentence
    return found


def _fault(element: Json, value: Any, *, required: bool) -> str:
    if value is None or value == []:
        return "Please complete this required field." if required else ""
    if element["type"] == "plain_text_input":
        most = element.get("max_length", 3000)
        least = element.get("min_length", 0)
        if len(value) > most:
            return f"This must be {most} characters or fewer. It has {len(value)}."
        if len(value) < least:
            return f"This must be {least} characters or more. It has {len(value)}."
    pattern, sentence = _PATTERNS.get(element["type"], (None, ""))
    return sentence if pattern and not pattern.fullmatch(str(value)) else ""


def _entered(entered: Mapping[str, Any], block_id: str, action_id: str) -> Mapping[str, Any] | None:
    block = entered.get(block_id)
    element = block.get(action_id) if isinstance(block, Mapping) else None
    return element if isinstance(element, Mapping) else None


def _tidy(element: Json, slot: _Slot, value: Any) -> Any:
    """As Slack sends it: nothing is ``None``, or an empty list where several can be chosen."""
    if slot.many:
        chosen = [] if value is None else value
        if not isinstance(chosen, list):
            raise NotFromThisForm(slot.key)
        return [_choice(element, option) for option in chosen]
    if value is None or value == "":
        return None
    if slot is _ONE:
        return _choice(element, value)
    if not isinstance(value, int if slot.key == "selected_date_time" else str):
        raise NotFromThisForm(slot.key)
    return value


def _choice(element: Json, chosen: Any) -> Json:
    value = chosen.get("value") if isinstance(chosen, dict) else None
    if not isinstance(value, str):
        raise NotFromThisForm("option")
    if element["type"] in ("external_select", "multi_external_select"):
        return dict(chosen)
    for option in options(element):
        if option["value"] == value:
            return option
    raise NotFromThisForm(value)
