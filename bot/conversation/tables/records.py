"""What answers how we know a customer, and what was said of their records."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.buttons.records import Action
from bot.conversation.pages import known_by
from bot.conversation.visit import Submitted, Told

ANSWERS: Final[Mapping[str, Told]] = {}

PRESSES: Final[Mapping[str, Told]] = {
    Action.KNOWN_BY: known_by.page,
    Action.SAID_BEFORE: known_by.next_page,
    Action.TAKE_BACK: known_by.taken_back,
}

SUBMISSIONS: Final[Mapping[str, Submitted]] = {}
