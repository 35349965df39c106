"""Shows a form again exactly as it was filled in, with what is wrong above it.

Needed where Slack gives no way to mark fields: after the request was acknowledged, or when there
is no field to mark.
"""

from typing import Any

from adapters.chat.payloads import Body, mapping
from adapters.chat.text import isolated
from adapters.chat.words import NOT_ACCEPTED, SIGNS
from adapters.slack.carrying.private_metadata import metadata, origin, written
from adapters.slack.names import FORM, field_id, field_name
from adapters.slack.reading.message import unescaped
from adapters.slack.reading.view import blocks
from adapters.slack.rendering import limits
from adapters.slack.rendering.escape import plain
from bot.views.answer import Problems
from bot.views.card import Tone

Json = dict[str, Any]

_INITIAL = {
    "value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
}


def refilled(view: Body, problems: Problems) -> Json:
    """The view as Slack sent it, one revision on."""
    revision, form, state = metadata(view)
    entries = mapping(view, "state", "values")
    shown = [_block(block, entries, revision + 1) for block in blocks(view)]
    note = {"type": "section", "text": plain(_summary(view, problems), limits.TEXT)}
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": written(revision + 1, form, state, origin(view)),
        **{part: view[part] for part in ("title", "submit", "close") if view.get(part)},
        "blocks": [note, *_without_surplus(shown)],
    }


def _block(block: Json, entries: Body, revision: int) -> Json:
    if block.get("type") != "input":
        return block
    block_id = str(block.get("block_id", ""))
    element = {k: v for k, v in block["element"].items() if k not in _INITIAL.values()}
    actions = entries.get(block_id)
    entry = actions.get(element.get("action_id")) if isinstance(actions, dict) else None
    for given, initial in _INITIAL.items():
        if isinstance(entry, dict) and entry.get(given):
            element[initial] = _among(element, entry[given])
    name = field_name(block_id)
    return {
        **block,
        "element": element,
        "block_id": field_id(name, revision) if name is not None else block_id,
    }


def _among(element: Json, entry: Any) -> Any:
    """Choices word for word as the element lists them, for Slack compares them so."""
    if isinstance(entry, list):
        return [_among(element, each) for each in entry]
    if not isinstance(entry, dict):
        return entry
    lists = [element, *element.get("option_groups", ())]
    listed = (option for each in lists for option in each.get("options", ()))
    return next((option for option in listed if option["value"] == entry.get("value")), entry)


def _summary(view: Body, problems: Problems) -> str:
    labels = {
        field_name(str(b.get("block_id", ""))): unescaped(b["label"]["text"])
        for b in blocks(view)
        if b.get("type") == "input"
    }
    lines = [problems.general] if problems.general else []
    lines += [
        f"{labels.get(name, name)}: {isolated(words)}" for name, words in problems.fields.items()
    ]
    return "\n".join([f"{SIGNS[Tone.CAUTION]} {NOT_ACCEPTED}", *lines])


def _without_surplus(shown: list[Json]) -> list[Json]:
    """One block must give way to the note when the view is full already: the first that only
    tells."""
    if len(shown) < limits.VIEW_BLOCKS:
        return shown
    told = next((n for n, block in enumerate(shown) if block.get("type") != "input"), 0)
    return shown[:told] + shown[told + 1 :]
