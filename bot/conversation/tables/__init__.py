"""What answers which command, button and form: one file for each family, merged here.

Each file has ``ANSWERS`` (by command), ``PRESSES`` (by a button's action) and ``SUBMISSIONS`` (by
a form's id).
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from bot.conversation.tables import alerts, disengaging, extreme, records, stages
from bot.conversation.visit import Submitted, Told

T = TypeVar("T")


def _merged(*tables: Mapping[str, T]) -> Mapping[str, T]:
    merged = {name: answer for table in tables for name, answer in table.items()}
    if len(merged) < sum(map(len, tables)):
        raise ValueError("two families answer the same name")
    return merged


ANSWERS: Final[Mapping[str, Told]] = _merged(
    stages.ANSWERS, disengaging.ANSWERS, extreme.ANSWERS, alerts.ANSWERS, records.ANSWERS
)
PRESSES: Final[Mapping[str, Told]] = _merged(
    stages.PRESSES, disengaging.PRESSES, extreme.PRESSES, alerts.PRESSES, records.PRESSES
)
"""``run`` is not here: it is a command, typed by a button."""

SUBMISSIONS: Final[Mapping[str, Submitted]] = _merged(
    stages.SUBMISSIONS,
    disengaging.SUBMISSIONS,
    extreme.SUBMISSIONS,
    alerts.SUBMISSIONS,
    records.SUBMISSIONS,
)
