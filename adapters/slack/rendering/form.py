"""A form as a modal view."""

from typing import Any, Final, assert_never
from zoneinfo import ZoneInfo

from adapters.chat.text import received
from adapters.slack.carrying.private_metadata import written
from adapters.slack.names import FORM, field_id, suggest_id
from adapters.slack.rendering import limits
from adapters.slack.rendering.blocks import groups, header
from adapters.slack.rendering.cutting import cut, cut_note, octets
from adapters.slack.rendering.escape import fitted, plain, size
from adapters.slack.rendering.options import menu, option
from bot.views.form import (
    ChoiceField,
    DateField,
    Field,
    Form,
    ManyField,
    MomentField,
    Option,
    Source,
    SuggestField,
    TextField,
    TimeField,
)

Json = dict[str, Any]

_ENTRY: Final = "entry"
_TOO_LONG: Final = "Only the beginning fits here."
_NO_CHOICE: Final = "There is nothing to choose from yet."


def form_view(
    form: Form, zone: ZoneInfo, command: str, revision: int = 0, channel: str = ""
) -> Json:
    """``zone``: the policy's; ``revision`` and ``channel``: see ``private_metadata``."""
    inputs = [_field(field, zone, revision) for field in form.fields][: limits.VIEW_BLOCKS]
    blocks = cut(
        [],
        groups(form.intro)[: limits.VIEW_BLOCKS],
        inputs,
        cut_note(command),
        blocks=max(limits.VIEW_BLOCKS, len(inputs) + 1),
        total=limits.VIEW_TOTAL,
        weigh=octets,
    )
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": written(revision, form.id, form.state, channel),
        "title": plain(form.title, limits.TITLE),
        "submit": plain(form.submit, limits.TITLE),
        "close": plain("Cancel", limits.TITLE),
        "blocks": blocks[: limits.VIEW_BLOCKS] or header(form.title),
    }


def _field(field: Field, zone: ZoneInfo, revision: int) -> Json:
    element = _element(field)
    if element is None:
        words = f"{field.label}: {_NO_CHOICE}"
        return {"type": "section", "text": plain(words, limits.TEXT)}
    block: Json = {
        "type": "input",
        "block_id": field_id(field.name, revision)[: limits.ID],
        "label": plain(field.label, limits.LABEL),
        "optional": not field.required,
        "element": {**element, "action_id": element.get("action_id", _ENTRY)},
    }
    hint = " ".join(filter(None, (field.hint, _also(field, zone))))
    if hint:
        block["hint"] = plain(hint, limits.HINT)
    return block


def _also(field: Field, zone: ZoneInfo) -> str:
    """What a person must know besides the field's own hint."""
    match field:
        case MomentField():
            return f"Slack shows your own time zone. We record the time in {zone.key}."
        case TimeField():
            return f"The time in {zone.key}."
        case TextField() if size(field.value) > _longest(field):
            return _TOO_LONG
        case _:
            return ""


def _element(field: Field) -> Json | None:
    match field:
        case TextField():
            return _text(field)
        case ChoiceField():
            return _choice(field) if field.options else None
        case ManyField():
            return _many(field) if field.options else None
        case DateField():
            return _with("datepicker", initial_date=field.value and field.value.isoformat())
        case MomentField():
            return _with("datetimepicker", initial_date_time=_seconds(field))
        case TimeField():
            return _with("timepicker", initial_time=field.value and f"{field.value:%H:%M}")
        case SuggestField():
            return _suggest(field)
        case _:
            assert_never(field)


def _with(kind: str, **initial: object) -> Json:
    return {"type": kind, **{key: value for key, value in initial.items() if value is not None}}


def _longest(field: TextField) -> int:
    return max(1, min(field.max_length, limits.INPUT))


def _text(field: TextField) -> Json:
    """What is typed goes in and out as it is: an entry is never shown as anything but text."""
    longest = _longest(field)
    element: Json = {
        "type": "plain_text_input",
        "multiline": field.multiline,
        "max_length": longest,
    }
    value = received(field.value)
    while size(value) > longest:
        value = value[: min(longest, len(value) - 1)]
    if value:
        element["initial_value"] = value
    if field.placeholder.strip():
        element["placeholder"] = plain(field.placeholder, limits.PLACEHOLDER)
    return element


def _choice(field: ChoiceField) -> Json:
    initial = next((option(o) for o in field.options if o.value == field.value), None)
    if field.radio and len(field.options) <= limits.GROUP:
        shown = [option(o) for o in field.options]
        return {**_with("radio_buttons", initial_option=initial), "options": shown}
    return {**_with("static_select", initial_option=initial), **menu(field.options)}


def _many(field: ManyField) -> Json:
    """More options than Slack puts in one group of check boxes become a menu."""
    initial = [option(o) for o in field.options if o.value in field.value] or None
    if len(field.options) <= limits.GROUP:
        shown = [option(o) for o in field.options]
        return {**_with("checkboxes", initial_options=initial), "options": shown}
    return {**_with("multi_static_select", initial_options=initial), **menu(field.options)}


def _seconds(field: MomentField) -> int | None:
    seconds = int(field.value.timestamp()) if field.value else 0
    return seconds if limits.EARLIEST_MOMENT <= seconds <= limits.LATEST_MOMENT else None


def _suggest(field: SuggestField) -> Json:
    """Colleagues are listed before a letter is typed; customers are not."""
    initial: Option | None = field.value
    element = _with(
        "external_select",
        action_id=suggest_id(field.source.value),
        min_query_length=0 if field.source is Source.STAFF else 1,
        initial_option=option(initial) if initial else None,
    )
    if fitted(field.placeholder, limits.PLACEHOLDER).strip():
        element["placeholder"] = plain(field.placeholder, limits.PLACEHOLDER)
    return element
