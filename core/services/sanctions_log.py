"""The Customer Sanctions Log: what is in force, for colleagues to keep to (stages 3 and 6).

How much somebody reads is a matter of their role; every look at an entry is recorded.
"""

from typing import Final

from core.case.checks import require_actor
from core.case.evolve import fold
from core.case.register import LogEntryViewed
from core.case.scene import Scene
from core.case.sections import STAGE_3
from core.case.state import Case
from core.case.touched import touched_in
from core.policy.model import LogLevel, Policy
from core.services.deciding.keeping import Decided, Keeping, nothing
from core.services.deciding.timeline import entries_of
from core.services.log_entry import LogEntry, LogLine, log_entry, log_line
from core.services.ports.desk import Change, Commit, Desk
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, StaffId
from core.vocabulary.refusal import refuse

PAGE: Final = 50


class SanctionsLog:
    """Raises ``Refused`` for anybody who is no active colleague."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._keeping = Keeping(desk.store, "Several people are reading this entry.")

    async def page(self, reader: StaffId, after: str = "") -> tuple[LogLine, ...]:
        """What is in force, by reference, without who it is: that is for a look, recorded.

        ``after``: the last reference of the page before.
        """
        require_actor(await self._scene(reader))
        summaries = await self._desk.cases.in_force(after, PAGE)
        return tuple(log_line(self._policy, summary) for summary in summaries)

    async def look(self, reader: StaffId, case: CaseId, delivery: str) -> LogEntry:
        """One entry at the reader's level. The look is kept before it is answered."""
        standing = await self._standing(case)
        scene = await self._scene(reader, standing)
        level = self._policy.log.level_of(require_actor(scene).roles)
        bound = await self._also_bound(standing) if level is not LogLevel.GUIDANCE else ()
        entry = log_entry(scene, standing, level, bound)
        await self._record(scene, standing, level, delivery)
        return entry

    async def _record(self, scene: Scene, case: Case, level: LogLevel, delivery: str) -> None:
        stream, event = f"views:{case.id}", LogEntryViewed(case.id, level)

        async def decide() -> Decided[None]:
            version = len(await self._desk.store.load(stream))
            change = Change(stream, case.customer, version, scene.actor, scene.now, (event,))
            return Decided(None, Commit(delivery, (change,)))

        await self._keeping.keep(decide, nothing)

    async def _standing(self, case: CaseId) -> Case:
        history = entries_of(await self._desk.store.load(f"case:{case}"))
        standing = fold(history) if history else None
        if standing is None or not (standing.in_force or standing.disengaged):
            raise refuse(
                "not-in-log",
                "Nothing is in force in this case, so it is not in the Customer Sanctions Log.",
                section=STAGE_3,
            )
        return standing

    async def _also_bound(self, case: Case) -> tuple[Customer, ...]:
        found = [await self._desk.customers.get(person) for person in sorted(case.also_bound)]
        return tuple(customer for customer in found if customer)

    async def _scene(self, reader: StaffId, case: Case | None = None) -> Scene:
        touched = touched_in(case) if case else frozenset[StaffId]()
        people = await self._desk.directory.people(sorted({reader, *touched}))
        customer = await self._desk.customers.get(case.customer) if case else None
        desk = self._desk
        return Scene(self._policy, people, reader, desk.clock.now(), customer, desk.calendar)
