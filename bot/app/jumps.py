"""Moments worth seeing in the playground: the next morning, and when things are due next."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Final

from adapters.playground import Jump
from core.case.duties.owing import steps_of
from core.case.events import DutyKind
from core.policy.model import Policy
from core.services.ports.finders import Cases
from core.services.summary import CaseSummary, Owed

MORNING: Final = time(9, 30)
SOONEST: Final = 4
"""How many things to do are looked at."""

_NAMES: Final = {
    DutyKind.LOOK_AGAIN: "looking again",
    DutyKind.TELL_CUSTOMER: "telling the customer",
    DutyKind.REVIEW_SANCTION: "the review",
    DutyKind.REVIEW_DISENGAGEMENT: "the review of the disengagement",
    DutyKind.DECIDE_PROPOSAL: "the time to decide",
    DutyKind.DECIDE_APPEAL: "the answer to the appeal",
    DutyKind.ASSESS_CONTACT: "the word on the contact",
}


async def jumps(policy: Policy, cases: Cases, now: datetime) -> tuple[Jump, ...]:
    """The next morning, then each reminder step of what is to be done soonest, in time order."""
    today = policy.day_of(now)

    def morning(days: int) -> datetime:
        return datetime.combine(today + timedelta(days=days), MORNING, policy.zone)

    found = []
    for summary, owed in _soonest(await cases.owing(None, SOONEST)):
        for step in steps_of(policy, owed.kind):
            to = morning((owed.due_on - today).days + step.days)
            found.append(Jump(f"{_when(step.days)} {_NAMES[owed.kind]} ({summary.reference})", to))
    ahead = sorted((jump for jump in found if jump.to > now), key=lambda jump: jump.to)
    return (Jump("Tomorrow morning", morning(1)), *{j.label: j for j in ahead}.values())


def _soonest(summaries: tuple[CaseSummary, ...]) -> Iterator[tuple[CaseSummary, Owed]]:
    for summary in summaries:
        for owed in sorted(summary.owed, key=lambda each: each.due_on)[:SOONEST]:
            yield summary, owed


def _when(days: int) -> str:
    if days == 0:
        return "The day of"
    count, unit = (abs(days) // 7, "week") if days % 7 == 0 else (abs(days), "day")
    plural = "" if count == 1 else "s"
    return f"{count} {unit}{plural} {'before' if days < 0 else 'after'}"
