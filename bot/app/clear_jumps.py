"""Moments for the playground's clock: before we may re-engage, and when we may (stage 7)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from adapters.playground import Jump
from bot.app.jumps import MORNING
from core.case.scene import Scene
from core.case.state import Case
from core.case.touched import touched_in
from core.case.weighing.clear_period import clear_since, first_re_engagement
from core.policy.model import Policy
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Desk
from core.services.summary import DISENGAGED
from core.vocabulary.ids import SYSTEM

MOST_CASES: Final = 2


async def clear_jumps(policy: Policy, desk: Desk, service: PolicyService) -> tuple[Jump, ...]:
    """One month before the first possible day and that day itself, where they lie ahead."""
    found: list[Jump] = []
    for summary in await desk.cases.in_force():
        if any(measure.code == DISENGAGED for measure in summary.in_force):
            case = await service.case(summary.case)
            people = await desk.directory.people(sorted(touched_in(case)))
            scene = Scene(policy, people, SYSTEM, desk.clock.now(), calendar=desk.calendar)
            found += _of(scene, case)
    ahead = [jump for jump in found if jump.to > desk.clock.now()]
    return tuple(ahead[: 2 * MOST_CASES])


def _of(scene: Scene, case: Case) -> Iterator[Jump]:
    for notice in case.disengaged:
        since = clear_since(scene, case, notice)
        issued = scene.policy.day_of(notice.issued_at)
        after = "the notice" if since == issued else "the last incident or contact"
        months = 12 * scene.policy.disengagement.clear_years
        for count, day in (
            (months - 1, _months_after(since, months - 1)),
            (months, first_re_engagement(scene, case, notice)),
        ):
            to = datetime.combine(day, MORNING, scene.policy.zone)
            yield Jump(f"{count} months after {after} ({case.reference})", to)


def _months_after(day: date, months: int) -> date:
    """The same day of the month, or its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
