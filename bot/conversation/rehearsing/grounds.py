"""On which grounds it is usually proposed, unless somebody says otherwise."""

from core.case.proposals import Grounds
from core.case.state import Case
from core.case.weighing.stage import continued_after_warning


def usual(case: Case) -> Grounds:
    """For sanctions: extreme behaviour, where it was reported and no warning has failed yet."""
    extreme = case.is_extreme and not continued_after_warning(case)
    return Grounds.EXTREME if extreme else Grounds.CONTINUED


def usual_of_disengaging(case: Case) -> Grounds:
    return Grounds.EXTREME if case.is_extreme and not case.sanctions else Grounds.CONTINUED
