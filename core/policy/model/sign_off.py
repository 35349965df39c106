"""Who must agree, and whom it may bind."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who must agree: someone else, of a different grade, at least ``minimum_grade``.

    ``line_manager``: it is routed to the line manager of the staff member corresponding
    with the customer and, when they cannot decide, up the line. Otherwise it goes up the
    proposer's own line.
    """

    minimum_grade: str
    line_manager: bool
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class Escalation:
    """Responsibilities: an approval unanswered for so many working days goes up the line."""

    working_days: int
    source: str
    assumption: bool = False
