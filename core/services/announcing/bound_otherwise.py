"""Whose open alerts tell something else from now on, because of what came into force, changed or
ended (stages 3 and 6).
"""

from core.case.state import Case
from core.vocabulary.ids import CustomerId


def bound_otherwise(before: Case, case: Case) -> frozenset[CustomerId]:
    """Whoever the case binds, or bound until now; nobody where what is in force stayed the same."""
    if (before.in_force, before.disengaged) == (case.in_force, case.disengaged):
        return frozenset()
    return before.also_bound | case.also_bound | {case.customer}
