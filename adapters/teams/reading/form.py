"""Reads what was entered in a form back out of the data that Teams sends."""

from datetime import date, datetime, time
from typing import assert_never
from zoneinfo import ZoneInfo

from adapters.chat.payloads import Body
from adapters.chat.text import received
from adapters.teams.carrying.choices import suggested, value_of, values_of
from adapters.teams.names import DATE, TIME, entry_id, is_entry
from bot.views.form import (
    ChoiceField,
    DateField,
    Field,
    Form,
    ManyField,
    MomentField,
    SuggestField,
    TextField,
    TimeField,
    Value,
    Values,
)


def typed(data: Body) -> dict[str, str]:
    """Every entry as it was typed, by input id."""
    return {
        key: received(value)
        for key, value in data.items()
        if is_entry(key) and isinstance(value, str)
    }


def values(form: Form, entries: dict[str, str], zone: ZoneInfo) -> Values:
    """What the entries mean. One that is unreadable counts as empty; the conversation then says
    what is needed."""
    return {field.name: _value(field, entries, zone) for field in form.fields}


def _value(field: Field, entries: dict[str, str], zone: ZoneInfo) -> Value:
    key = entry_id(field.name)
    entry = entries.get(key, "")
    match field:
        case TextField():
            return entry
        case ChoiceField():
            return value_of(entry) or None
        case ManyField():
            return values_of(entry)
        case SuggestField():
            chosen = suggested(entry)
            return chosen.value if chosen else None
        case DateField():
            return _day(entry)
        case TimeField():
            return _time(entry)
        case MomentField():
            day, clock = _day(entries.get(key + DATE, "")), _time(entries.get(key + TIME, ""))
            if day is None or clock is None:
                return None
            return datetime.combine(day, clock, zone)
        case _:
            assert_never(field)


def _day(entry: str) -> date | None:
    try:
        return date.fromisoformat(entry)
    except ValueError:
        return None


def _time(entry: str) -> time | None:
    try:
        return time.fromisoformat(entry).replace(tzinfo=None)
    except ValueError:
        return None
