"""Looks, again and again, for what waits for somebody whose absence has begun or ended.

As in ``bot.sweeps``, it is found in what is kept, never remembered by this process: what waits is
put to whoever stands in once, whatever the number of replicas (Responsibilities). What is
remembered only spares asking the core again what it refused, until something changes.
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from core.case.commands import PassOn, PassOnQuestion
from core.policy.model import Policy
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Desk
from core.services.summary import CaseSummary, Waiting
from core.vocabulary.ids import SYSTEM, CaseId, EntryNo, StaffId
from core.vocabulary.people import People, StaffMember
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)

PAGE: Final = 100
STAYS: Final = "nobody-stands-in"
"""What the core refuses for a reason that time alone does not change."""

Circumstances = tuple[CaseId, EntryNo, int, date, frozenset[StaffMember]]
"""What it rests on who takes a place: the case as it stands, the day, and who is there."""


class StandInSweep:
    def __init__(self, policy: Policy, service: PolicyService, desk: Desk) -> None:
        self._policy = policy
        self._service = service
        self._desk = desk
        self._stays: frozenset[Circumstances] = frozenset()

    async def sweep(self) -> int:
        """Returns how much was put to somebody else: proposals, and questions about contacts.

        One that fails is left for the next sweep and stops no other.
        """
        today = self._policy.day_of(self._desk.clock.now())
        passed_on, after, stays = 0, "", set[Circumstances]()
        while page := await self._desk.cases.away_or_stood_in(today, after, PAGE):
            people = await self._desk.directory.people(_concerned(page))
            there = frozenset(people)
            for summary, waiting in _to_pass_on(page, people, today):
                now = (summary.case, waiting.about, summary.version, today, there)
                done = None if now in self._stays else await self._pass_on(summary, waiting)
                passed_on += done is True
                if done is None:
                    stays.add(now)
            after = page[-1].case
        self._stays = frozenset(stays)
        return passed_on

    async def _pass_on(self, summary: CaseSummary, waiting: Waiting) -> bool | None:
        """Whether it was passed on now, and not before by another replica; ``None``: it stays."""
        case, about = summary.case, waiting.about
        command = PassOnQuestion(about) if waiting.of_contact else PassOn(about)
        delivery = f"pass-on:{case}:{about}:{summary.version}"
        try:
            outcome = await self._service.carry_out(SYSTEM, case, command, delivery)
        except Refused as refused:
            rule = refused.refusal.rule
            log.debug("entry %s of case %s stays: %s", about, case, rule)
            return None if rule == STAYS else False
        except Exception:
            log.exception("entry %s of case %s cannot be passed on", about, case)
            return False
        return not outcome.repeated


def _concerned(page: Sequence[CaseSummary]) -> list[StaffId]:
    """Those whose place it is, and on whom it depends who may take it."""
    waiting = [(summary.owner, each) for summary in page for each in summary.waiting]
    return sorted(
        {staff for owner, each in waiting for staff in (owner, each.holder, *each.concerned)}
    )


def _to_pass_on(
    page: Sequence[CaseSummary], people: People, today: date
) -> Iterator[tuple[CaseSummary, Waiting]]:
    """By a look into the directory alone; the core says whether it is so."""
    for summary in page:
        for each in summary.waiting:
            if _who_is_there(people, each.holder, today) not in (None, each.asked):
                yield summary, each


def _who_is_there(people: People, holder: StaffId, today: date) -> StaffId | None:
    """The holder, or the deputy whom they named for today."""
    member = people.get(holder)
    absence = member.absence_on(today) if member else None
    return absence.deputy if absence else holder
