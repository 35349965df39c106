"""What a command is."""

from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Whom a command is offered to. Whether it is allowed is decided by the policy each time."""

    EVERYONE = "everyone"
    APPROVERS = "approvers"


@dataclass(frozen=True, slots=True)
class Command:
    """``usage``: as it is typed after ``/ucb``. ``help``: one line."""

    name: str
    usage: str
    help: str
    who: Who = Who.EVERYONE
