"""What pressing something of ours asks for: carried in the data of the action, read back here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adapters.chat.payloads import Body, Malformed, optional_text, text
from adapters.teams.names import DATA

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A command that was typed, to be answered in a dialog."""

    words: str


@dataclass(frozen=True, slots=True)
class Press:
    action: str
    value: str


@dataclass(frozen=True, slots=True)
class Fill:
    """A form that is being filled in. ``form``: packed; ``opened``: names this very dialog."""

    form: str
    opened: str


Deed = Run | Press | Fill


def written(deed: Deed) -> Json:
    match deed:
        case Run(words):
            return {DATA: {"do": "run", "words": words}}
        case Press(action, value):
            return {DATA: {"do": "press", "action": action, "value": value}}
        case Fill(form, opened):
            return {DATA: {"do": "fill", "form": form, "opened": opened}}


def read(data: Body) -> Deed | None:
    """``None`` for data that holds nothing of ours."""
    ours = data.get(DATA)
    if ours is None:
        return None
    if not isinstance(ours, Mapping):
        raise Malformed(DATA)
    match ours.get("do"):
        case "run":
            return Run(optional_text(ours, "words"))
        case "press":
            return Press(text(ours, "action"), optional_text(ours, "value"))
        case "fill":
            return Fill(text(ours, "form"), text(ours, "opened"))
        case _:
            raise Malformed(f"{DATA}.do")
