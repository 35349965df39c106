"""A button that points at a case, or at something in it."""

from enum import StrEnum
from typing import Final

from bot.conversation.pointer import CASE_ITSELF, Pointer
from bot.views.card import Button, Style
from core.case.state import Case
from core.vocabulary.ids import EntryNo

VALUE_LIMIT: Final = 255


def pointed(
    action: StrEnum, label: str, case: Case, no: EntryNo = CASE_ITSELF, style: Style = Style.PLAIN
) -> Button:
    return Button(action, label, str(Pointer(case.id, no)), style)
