"""Looks, again and again, for what waits for somebody whose absence has begun or ended.

As in ``bot.sweeps``, it is found in what is kept, never remembered by this process: what waits is
put to whoever stands in once, whatever the number of replicas (Responsibilities).
"""

import logging
from typing import Final

from core.case.commands import PassOn
from core.policy.model import Policy
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Desk
from core.services.summary import Awaiting, CaseSummary
from core.vocabulary.ids import SYSTEM, CaseId, EntryNo, StaffId
from core.vocabulary.people import People
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)

PAGE: Final = 100


class StandInSweep:
    def __init__(self, policy: Policy, service: PolicyService, desk: Desk) -> None:
        self._policy = policy
        self._service = service
        self._desk = desk

    async def sweep(self) -> int:
        """Returns how many proposals were put to somebody else.

        One that fails is left for the next sweep and stops no other.
        """
        passed_on, after = 0, ""
        while page := await self._desk.cases.awaiting(after, PAGE):
            for case, proposal in await self._to_pass_on(page):
                passed_on += await self._pass_on(case, proposal)
            after = page[-1].case
        return passed_on

    async def _to_pass_on(self, page: tuple[CaseSummary, ...]) -> list[tuple[CaseId, EntryNo]]:
        """Of what waits, by a look into the directory alone; the core says whether it is so."""
        holders = {_holder(each) for summary in page for each in summary.awaiting}
        people = await self._desk.directory.people(sorted(holders))
        return [
            (summary.case, each.proposal)
            for summary in page
            for each in summary.awaiting
            if self._who_is_there(people, _holder(each)) not in (None, each.approver)
        ]

    def _who_is_there(self, people: People, holder: StaffId) -> StaffId | None:
        """The holder, or the deputy whom they named for today."""
        member = people.get(holder)
        today = self._policy.day_of(self._desk.clock.now())
        absence = member.absence_on(today) if member else None
        return absence.deputy if absence else holder

    async def _pass_on(self, case: CaseId, proposal: EntryNo) -> bool:
        """Whether it was passed on now, and not before by another replica."""
        try:
            standing = await self._service.case(case)
            delivery = f"pass-on:{case}:{proposal}:{standing.version}"
            outcome = await self._service.carry_out(SYSTEM, case, PassOn(proposal), delivery)
        except Refused as refused:
            log.debug("proposal %s of case %s stays: %s", proposal, case, refused.refusal.rule)
        except Exception:
            log.exception("proposal %s of case %s cannot be passed on", proposal, case)
        else:
            return not outcome.repeated
        return False


def _holder(awaiting: Awaiting) -> StaffId:
    """In whose place the approver was asked."""
    return awaiting.in_place_of or awaiting.approver
