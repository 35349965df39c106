"""A form as the Adaptive Card of a dialog."""

from collections.abc import Mapping
from typing import Any, Final, assert_never
from zoneinfo import ZoneInfo

from adapters.chat.text import received
from adapters.chat.words import NOT_ACCEPTED, SIGNS
from adapters.teams.carrying.choices import choice_value, suggested
from adapters.teams.carrying.deed import Fill, written
from adapters.teams.carrying.form import bare, packed
from adapters.teams.names import DATE, TIME, entry_id
from adapters.teams.rendering import limits
from adapters.teams.rendering.blocks import groups
from adapters.teams.rendering.buttons import Room, submitting
from adapters.teams.rendering.cutting import framed
from adapters.teams.rendering.escape import fitted, marked_down, safe
from adapters.teams.rendering.options import choice
from adapters.teams.rendering.text import line, lines, run
from bot.views.answer import Problems
from bot.views.card import Tone
from bot.views.form import (
    ChoiceField,
    DateField,
    Field,
    Form,
    ManyField,
    MomentField,
    Option,
    SuggestField,
    TextField,
    TimeField,
)

Json = dict[str, Any]
Typed = Mapping[str, str]

_NOTHING: Final = Problems()


def form_card(
    form: Form,
    zone: ZoneInfo,
    command: str,
    opened: str,
    typed: Typed | None = None,
    problems: Problems = _NOTHING,
) -> Json:
    """``typed``: what was entered by input id, shown in the place of what the form came with.

    ``opened`` names this very dialog, see ``deliveries``.
    """
    head = _warning(form, problems)
    foot: list[Json] = []
    for field in form.fields:
        foot += _field(field, zone, typed, problems.fields.get(field.name, ""))
    frame = {"actions": [_send(form, opened)]}
    return framed(head, groups(form.intro, Room.DIALOG), foot, frame, command)


def _send(form: Form, opened: str) -> Json:
    return {
        **submitting(form.submit, written(Fill(packed(bare(form)), opened))),
        "style": "positive",
    }


def _warning(form: Form, problems: Problems) -> list[Json]:
    if not problems.fields and not problems.general:
        return []
    names = {field.name for field in form.fields}
    elsewhere = [words for name, words in problems.fields.items() if name not in names]
    told = [problems.general, *elsewhere] if problems.general else elsewhere
    head = run(f"{SIGNS[Tone.CAUTION]} {NOT_ACCEPTED}", weight="Bolder")
    shown = [line(head), *(part for words in told for part in lines(words, color="Attention"))]
    return [{"type": "Container", "style": "attention", "items": shown}]


def _field(field: Field, zone: ZoneInfo, typed: Typed | None, problem: str) -> list[Json]:
    """The input, with what is wrong above it and the hint below."""
    gap = " " if field.label.endswith(("?", ".", "!")) else ": "
    above = lines(f"{field.label}{gap}{problem}", color="Attention") if problem else []
    below = lines(_hint(field, zone), size="Small", isSubtle=True)
    return [*above, *_inputs(field, zone, typed), *below]


def _hint(field: Field, zone: ZoneInfo) -> str:
    clock = f"The time in {zone.key}." if isinstance(field, MomentField | TimeField) else ""
    return " ".join(filter(None, (safe(field.hint)[: limits.HINT], clock)))


def _inputs(field: Field, zone: ZoneInfo, typed: Typed | None) -> list[Json]:
    match field:
        case TextField():
            return [_asked(field, _text(field), field.value, typed)]
        case ChoiceField():
            shown = _choices(field.options, is_open=field.radio)
            return [_asked(field, shown, choice_value(field.value or ""), typed)]
        case ManyField():
            shown = {**_choices(field.options, is_open=True), "isMultiSelect": True}
            return [_asked(field, shown, ",".join(map(choice_value, field.value)), typed)]
        case DateField():
            day = field.value.isoformat() if field.value else ""
            return [_asked(field, {"type": "Input.Date"}, day, typed)]
        case TimeField():
            clock = f"{field.value:%H:%M}" if field.value else ""
            return [_asked(field, {"type": "Input.Time"}, clock, typed)]
        case MomentField():
            return _moment(field, zone, typed)
        case SuggestField():
            return [_suggest(field, typed)]
        case _:
            assert_never(field)


def _asked(field: Field, element: Json, initial: str, typed: Typed | None, part: str = "") -> Json:
    key = entry_id(field.name) + part
    value = initial if typed is None else typed.get(key, "")
    asked = {
        **element,
        "id": key,
        "label": fitted(field.label, limits.LABEL),
        **({"value": received(value)} if value else {}),
    }
    if not field.required:
        return asked
    error = f"{fitted(field.label, limits.LABEL)}: this is needed."
    return {**asked, "isRequired": True, "errorMessage": error}


def _text(field: TextField) -> Json:
    shown: Json = {
        "type": "Input.Text",
        "isMultiline": field.multiline,
        "maxLength": max(1, min(field.max_length, limits.INPUT)),
    }
    if field.placeholder.strip():
        shown["placeholder"] = fitted(field.placeholder, limits.PLACEHOLDER)
    return shown


def _choices(options: tuple[Option, ...], *, is_open: bool) -> Json:
    """Renderers read Markdown in choices that are shown all at once, and there alone."""
    shown = [choice(option) for option in options]
    if is_open:
        shown = [{**each, "title": marked_down(each["title"])} for each in shown]
    style = "expanded" if is_open else "compact"
    return {"type": "Input.ChoiceSet", "style": style, "wrap": True, "choices": shown}


def _moment(field: MomentField, zone: ZoneInfo, typed: Typed | None) -> list[Json]:
    local = field.value.astimezone(zone) if field.value else None
    day, clock = (f"{local:%Y-%m-%d}", f"{local:%H:%M}") if local else ("", "")
    first = _asked(field, {"type": "Input.Date"}, day, typed, DATE)
    second = _asked(field, {"type": "Input.Time"}, clock, typed, TIME)
    return [first, {**second, "label": f"{second['label']} (time)"}]


def _suggest(field: SuggestField, typed: Typed | None) -> Json:
    """What is chosen carries its own label, so that it can be shown again."""
    initial = choice(field.value, is_found=True)["value"] if field.value else ""
    element: Json = {
        "type": "Input.ChoiceSet",
        "style": "filtered",
        "choices": [],
        "choices.data": {"type": "Data.Query", "dataset": field.source.value},
    }
    if field.placeholder.strip():
        element["placeholder"] = fitted(field.placeholder, limits.PLACEHOLDER)
    asked = _asked(field, element, initial, typed)
    if found := suggested(asked.get("value", "")):
        asked["choices"] = [{"title": found.label, "value": asked["value"]}]
    return asked
