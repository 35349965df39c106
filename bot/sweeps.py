"""Looks, again and again, for what has become due (stage 4: review reminders).

What is due is computed from what is kept, never remembered by this process: a bot that slept for
a week sends what it missed, once, whatever the number of replicas.
"""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from core.case.commands import RemindReview
from core.case.reminders import due_reminder
from core.policy.model import Policy
from core.services.policy_service import PolicyService
from core.services.ports import Cases, Clock
from core.vocabulary.ids import SYSTEM, CaseId
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)

PAGE: Final = 100


class ReviewSweep:
    def __init__(self, policy: Policy, service: PolicyService, cases: Cases, clock: Clock) -> None:
        self._policy = policy
        self._service = service
        self._cases = cases
        self._clock = clock

    async def sweep(self) -> int:
        """Send every reminder that is due. Returns how many were sent.

        A case that fails is left for the next sweep and stops no other.
        """
        sent = 0
        seen: set[CaseId] = set()
        while due := await self._due(seen):
            for case in due:
                seen.add(case)
                try:
                    sent += await self._remind(case)
                except Refused as refused:
                    log.info("no reminder for case %s: %s", case, refused.refusal.rule)
                except Exception:
                    log.exception("the reminders of case %s failed", case)
        return sent

    async def _due(self, seen: set[CaseId]) -> list[CaseId]:
        today = self._clock.now().astimezone(self._policy.zone).date()
        due = await self._cases.reminders_due(today, limit=PAGE + len(seen))
        return [summary.case for summary in due if summary.case not in seen]

    async def _remind(self, case: CaseId) -> int:
        sent = 0
        today = self._clock.now().astimezone(self._policy.zone).date()
        for sanction in (await self._service.case(case)).in_force:
            reminder = due_reminder(self._policy.review, sanction, today)
            if reminder is None:
                continue
            name = (case, sanction.no, sanction.review_on, reminder.step, reminder.due_on)
            outcome = await self._service.carry_out(
                SYSTEM,
                case,
                RemindReview(sanction.no, reminder.step, reminder.due_on),
                delivery="reminder:" + ":".join(map(str, name)),
            )
            sent += not outcome.repeated
        return sent


class Ticker:
    """Sweeps every ``seconds``, one sweep at a time."""

    def __init__(self, sweep: ReviewSweep, seconds: int = 60) -> None:
        self._sweep = sweep
        self._one_at_a_time = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._job = self._scheduler.add_job(
            self.sweep, "interval", seconds=seconds, coalesce=True, max_instances=1
        )

    async def sweep(self) -> None:
        async with self._one_at_a_time:
            try:
                sent = await self._sweep.sweep()
            except Exception:
                log.exception("the sweep failed; the next one tries again")
                return
        if sent:
            log.info("sent %d review reminders", sent)

    def start(self) -> None:
        """Sweep now, and from then on."""
        self._scheduler.start()
        self._job.modify(next_run_time=datetime.now(UTC))

    async def stop(self) -> None:
        """Let a sweep that runs come to its end; begin no other."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        async with self._one_at_a_time:
            self._scheduler.shutdown(wait=False)
