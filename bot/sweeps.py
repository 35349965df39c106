"""Looks, again and again, for what somebody still has to do (stages 1, 4 and 7; Responsibilities).

What is due is computed from what is kept, never remembered by this process: a bot that slept for
a week sends what it missed, once, whatever the number of replicas.
"""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Final, Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.due import each_due
from core.case.commands import Remind
from core.case.duties.owing import Duty, duties
from core.case.duties.reminders import Reminder, due_reminder
from core.case.scene import Scene
from core.policy.model import Policy
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Desk
from core.vocabulary.ids import SYSTEM, CaseId
from core.vocabulary.people import People
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)

PAGE: Final = 100


class ReminderSweep:
    def __init__(self, policy: Policy, service: PolicyService, desk: Desk) -> None:
        self._policy = policy
        self._service = service
        self._desk = desk

    async def sweep(self) -> int:
        """Send every reminder that is due. Returns how many were sent.

        A case or a reminder that fails is left for the next sweep and stops no other.
        """
        sent = 0
        async for (case,) in each_due(self._due, PAGE):
            for duty, reminder in await self._reminders(case):
                sent += await self._send(case, duty, reminder)
        return sent

    async def _due(self, limit: int) -> list[tuple[CaseId]]:
        due = await self._desk.cases.reminders_due(self._scene().today, limit)
        return [(summary.case,) for summary in due]

    async def _reminders(self, case: CaseId) -> list[tuple[Duty, Reminder]]:
        try:
            standing = await self._service.case(case)
        except Exception:
            log.exception("case %s cannot be read", case)
            return []
        scene = self._scene()
        owed = (
            (duty, due_reminder(duty, standing.reminded, scene.today))
            for duty in duties(scene, standing)
        )
        return [(duty, reminder) for duty, reminder in owed if reminder]

    async def _send(self, case: CaseId, duty: Duty, reminder: Reminder) -> bool:
        """Whether it was sent now, and not before by another replica."""
        command = Remind(duty.kind, duty.about, reminder.step, reminder.step_on)
        name = (case, duty.kind, duty.about, duty.due_on, reminder.step, reminder.step_on)
        delivery = "reminder:" + ":".join(map(str, name))
        try:
            outcome = await self._service.carry_out(SYSTEM, case, command, delivery)
        except Refused as refused:
            log.info("no reminder for case %s: %s", case, refused.refusal.rule)
        except Exception:
            log.exception("a reminder of case %s failed", case)
        else:
            return not outcome.repeated
        return False

    def _scene(self) -> Scene:
        """What is due depends on the day and the calendar, and on nobody in particular."""
        now, calendar = self._desk.clock.now(), self._desk.calendar
        return Scene(self._policy, People(()), SYSTEM, now, calendar=calendar)


class Sweep(Protocol):
    async def sweep(self) -> int:
        """Returns how much there was to do, which is done now."""
        ...


class Ticker:
    """Sweeps every ``seconds``, one sweep at a time. ``did``: what that is, for the log."""

    def __init__(self, sweep: Sweep, seconds: int = 60, did: str = "sent %d reminders") -> None:
        self._sweep = sweep
        self._did = did
        self._one_at_a_time = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._job = self._scheduler.add_job(
            self.sweep, "interval", seconds=seconds, coalesce=True, max_instances=1
        )

    async def sweep(self) -> None:
        async with self._one_at_a_time:
            try:
                done = await self._sweep.sweep()
            except Exception:
                log.exception("the sweep failed; the next one tries again")
                return
        if done:
            log.info(self._did, done)

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
