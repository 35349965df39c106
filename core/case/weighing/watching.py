"""Whether anybody is still to say how contact went after a warning (stages 1 and 2)."""

from collections.abc import Iterator
from datetime import datetime

from core.case.events import AppealOutcome
from core.case.order import place
from core.case.state import Case, Disengagement, GivenWarning, Sanction


def to_say_since(case: Case, warning: GivenWarning) -> datetime | None:
    """From when on it is to be said how contact went; ``None``: it was, or it is answered.

    What was put in force because the behaviour went on answers it, also once that has ended. What
    was withdrawn upon appeal does not: the warning stands alone again from then on.
    """
    if warning.outcome is not None:
        return None
    since = warning.given_at
    for measure in _followed(case, warning):
        withdrawn_at = _withdrawn_at(case, measure)
        if withdrawn_at is None:
            return None
        since = max(since, withdrawn_at)
    return since


def _followed(case: Case, warning: GivenWarning) -> Iterator[Sanction | Disengagement]:
    """What was put in force after an incident that happened after this warning was given."""
    given = place(warning.given_at, warning.no)
    later = [each.no for each in case.incidents if place(each.occurred_at, each.no) > given]
    if later:
        yield from (each for each in case.sanctions.values() if each.no > min(later))
        yield from (each for each in case.disengagements.values() if each.no > min(later))


def _withdrawn_at(case: Case, measure: Sanction | Disengagement) -> datetime | None:
    """When the decision that put it in force was withdrawn upon appeal, if it was."""
    answers = (
        appeal.decided_at
        for appeal in case.appeals.values()
        if appeal.decision == measure.proposal and appeal.outcome is AppealOutcome.WITHDRAWN
    )
    return next((moment for moment in answers if moment), None)
