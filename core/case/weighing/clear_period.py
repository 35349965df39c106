"""How long there has been neither incident nor recurrence (stage 7)."""

from datetime import date

from core.case.scene import Scene
from core.case.state import Case, Contact, Disengagement
from core.case.weighing.assessing import unassessed
from core.case.weighing.recurrences import recurrences


def clear_since(scene: Scene, case: Case, disengagement: Disengagement) -> date:
    """The day of the notice, or of the last incident or recurrence if that was later."""
    happened = (each.occurred_at for each in recurrences(scene, case))
    return max(scene.policy.day_of(moment) for moment in (disengagement.issued_at, *happened))


def first_re_engagement(scene: Scene, case: Case, disengagement: Disengagement) -> date:
    """The first day on which we may re-engage, if nothing happens until then."""
    years = scene.policy.disengagement.clear_years
    return _years_after(clear_since(scene, case, disengagement), years)


def undecided(scene: Scene, case: Case) -> tuple[Contact, ...]:
    """Unassessed contacts that begin the period anew if they prove to be on the same topic."""
    years = scene.policy.disengagement.clear_years
    return tuple(
        contact
        for contact in unassessed(case)
        if scene.today < _years_after(scene.policy.day_of(contact.occurred_at), years)
    )


def _years_after(day: date, years: int) -> date:
    """The same day so many years on; of 29 February 1 March, when the period is full."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
