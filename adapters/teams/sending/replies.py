"""Answers to invoke activities, in the shapes that Teams takes for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from adapters.chat.words import said
from adapters.teams.names import ADAPTIVE_CARD
from adapters.teams.rendering import limits
from adapters.teams.rendering.buttons import Room
from adapters.teams.rendering.card import card
from adapters.teams.rendering.escape import fitted
from adapters.teams.rendering.form import form_card
from adapters.teams.rendering.options import found
from adapters.teams.words import DONE
from bot.views.answer import Answer, Nothing, Problems
from bot.views.card import Card
from bot.views.form import Form, Option

Json = dict[str, Any]

_MESSAGE: Final = "application/vnd.microsoft.activity.message"
_FOUND: Final = "application/vnd.microsoft.search.searchResponse"


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was sent. ``opened`` names its dialog; ``entries``: what was typed."""

    form: Form
    opened: str
    entries: Mapping[str, str]


class Replies:
    def __init__(self, zone: ZoneInfo, command: str) -> None:
        self._zone = zone
        self._command = command

    def dialog(self, answer: Answer, opened: str, filled: Filled | None = None) -> Json:
        """``opened``: a name for the dialog that this opens. An empty answer closes a dialog."""
        match answer:
            case Form():
                shown = form_card(answer, self._zone, self._command, opened)
                return _continued(answer.title, shown)
            case Card():
                return _continued(answer.title, card(answer, self._command, Room.DIALOG))
            case Problems() if filled:
                return self.refilled(filled, answer)
            case Problems():
                return told_in_dialog(said(answer))
            case Nothing():
                return {} if filled else told_in_dialog(DONE)

    def refilled(self, filled: Filled, problems: Problems) -> Json:
        """The same form with everything that was typed."""
        shown = form_card(
            filled.form, self._zone, self._command, filled.opened, filled.entries, problems
        )
        return _continued(filled.form.title, shown)

    def personal(self, answer: Answer) -> Json:
        """What a card is for one person alone."""
        if isinstance(answer, Card):
            return _action(ADAPTIVE_CARD, card(answer, self._command, Room.CHAT))
        return told(said(answer) if isinstance(answer, Problems) else DONE)


def told_in_dialog(words: str) -> Json:
    return {"task": {"type": "message", "value": words}}


def told(words: str) -> Json:
    """A word to whoever pressed an ``Action.Execute``."""
    return _action(_MESSAGE, words)


def search_results(options: Sequence[Option]) -> Json:
    return _action(_FOUND, {"results": found(options)})


def _action(kind: str, value: object) -> Json:
    return {"statusCode": 200, "type": kind, "value": value}


def _continued(title: str, shown: Json) -> Json:
    info = {
        "title": fitted(title, limits.TITLE),
        "height": "large",
        "width": "medium",
        "card": {"contentType": ADAPTIVE_CARD, "content": shown},
    }
    return {"task": {"type": "continue", "value": info}}
