"""What is brought to mind when it is due."""

from dataclasses import dataclass
from datetime import date

from core.case.events import DutyKind
from core.vocabulary.ids import EntryNo


@dataclass(frozen=True, slots=True)
class Remind:
    """Only the bot itself asks this. An unanswered proposal also goes up the line."""

    duty: DutyKind
    about: EntryNo
    step: str
    step_on: date


@dataclass(frozen=True, slots=True)
class PassOn:
    """Only the bot itself asks this, once an absence has begun or ended (Responsibilities)."""

    proposal: EntryNo


@dataclass(frozen=True, slots=True)
class PassOnQuestion:
    """As ``PassOn``: what a manager was asked about a contact (stage 6)."""

    contact: EntryNo
