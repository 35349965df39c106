"""How far a case has got: warned, and whether the behaviour continued (stages 1 and 2)."""

from datetime import datetime

from core.case.state import Case, GivenWarning, Incident


def continued_after_warning(case: Case) -> bool:
    """Whether an incident happened after a warning was given."""
    return any(_is_after(i, w) for w in case.warnings for i in case.incidents)


def _is_after(incident: Incident, warning: GivenWarning) -> bool:
    """People enter times to the minute; within one minute the order of the timeline tells."""
    happened, given = _minute(incident.occurred_at), _minute(warning.given_at)
    return happened > given or (happened == given and incident.no > warning.no)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
