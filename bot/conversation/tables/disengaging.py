"""What answers stages 5 to 7: disengaging, contact assessed, agents, site owners, Legal."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.visit import Submitted, Told

ANSWERS: Final[Mapping[str, Told]] = {}
PRESSES: Final[Mapping[str, Told]] = {}
SUBMISSIONS: Final[Mapping[str, Submitted]] = {}
