"""How far a case has got: warned, and whether the behaviour continued (stages 1 and 2)."""

from core.case.order import place
from core.case.state import Case


def continued_after_warning(case: Case) -> bool:
    """Whether an incident happened after a warning was given."""
    return any(
        place(incident.occurred_at, incident.no) > place(warning.given_at, warning.no)
        for warning in case.warnings
        for incident in case.incidents
    )
