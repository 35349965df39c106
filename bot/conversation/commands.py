"""Every command there is. Help, the hints and the manifests are made from this table."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


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


COMMANDS: Final = (
    Command("report", "report", "Record unacceptable behaviour by a customer"),
    Command("warn", "warn [reference]", "Propose a warning to a customer"),
    Command("propose", "propose [reference]", "Propose sanctions when a warning did not help"),
    Command(
        "check",
        "check <name, email, phone or reference>",
        "See whether a customer is under a sanction and what to do now",
    ),
    Command(
        "contact",
        "contact [reference or name]",
        "Log that a customer made contact, and see what to do",
    ),
    Command("timeline", "timeline <reference>", "Read what happened in a case"),
    Command(
        "approvals",
        "approvals",
        "See what waits for your decision, and what you proposed",
        Who.APPROVERS,
    ),
    Command("reviews", "reviews", "See which sanctions are to be reviewed, soonest first"),
    Command("help", "help", "Show what you can do"),
)

NAMES: Final = tuple(command.name for command in COMMANDS)
