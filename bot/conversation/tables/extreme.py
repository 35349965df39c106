"""What answers extreme behaviour, appeals, deputies and the Customer Sanctions Log."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.visit import Submitted, Told

ANSWERS: Final[Mapping[str, Told]] = {}
PRESSES: Final[Mapping[str, Told]] = {}
SUBMISSIONS: Final[Mapping[str, Submitted]] = {}
