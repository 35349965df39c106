"""The policy service behind every adapter: decide, then keep it and what it makes us say."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from core.case.access import check_may_read
from core.case.commands import CaseCommand, ReportIncident
from core.case.evolve import fold
from core.case.state import Case, Entry
from core.policy.model import Policy
from core.services.draft import Draft
from core.services.drafting import Drafting
from core.services.ports import AlreadyDone, Conflict, Desk
from core.vocabulary.ids import CaseId, StaffId
from core.vocabulary.refusal import Refused, refuse

ATTEMPTS: Final = 8
"""How often a decision is made again when others change the case at the same moment."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The case as it stands now and the entries that were added.

    ``repeated``: this very delivery had been carried out before, so nothing was added.
    """

    case: Case
    added: tuple[Entry, ...]
    repeated: bool = False


class PolicyService:
    """What people can have done. Everything is authorised, decided and kept here.

    Every method raises ``Refused`` where the policy says no; nothing has changed then.
    ``delivery`` names the request: the same name a second time changes nothing and answers with
    the case as it stands (``Outcome.repeated``).
    """

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._desk = desk
        self._drafting = Drafting(policy, desk)

    async def report(self, actor: StaffId, command: ReportIncident, delivery: str) -> Outcome:
        """Record an incident, in the customer's open case or in a new one.

        Of a record merged into another it is one of the record that stands for the person.
        """

        async def attempt() -> Draft:
            return await self._drafting.report(actor, command)

        return await self._until_kept(attempt, delivery)

    async def carry_out(
        self, actor: StaffId, case: CaseId, command: CaseCommand, delivery: str
    ) -> Outcome:
        """Do one thing in a case that stands."""

        async def attempt() -> Draft:
            return await self._drafting.carry_out(actor, case, command)

        return await self._until_kept(attempt, delivery)

    async def case(self, case: CaseId) -> Case:
        """The case as it stands, for drawing messages about it. Refuses an unknown one."""
        return fold(await self._drafting.history(case))

    async def timeline(self, reader: StaffId, case: CaseId) -> tuple[Entry, ...]:
        """Every entry of the case, for a colleague who may read it (policy file, ``access``)."""
        history = await self._drafting.history(case)
        standing = fold(history)
        check_may_read(await self._drafting.scene_of(reader, standing), standing)
        return history

    async def _until_kept(self, attempt: Callable[[], Awaitable[Draft]], delivery: str) -> Outcome:
        """Decide and keep; when somebody else was faster, look again and decide anew."""
        for _ in range(ATTEMPTS):
            try:
                draft = await attempt()
            except Refused:
                # What a first delivery did may be the very reason why the second is refused.
                if done := await self._desk.store.was_done(delivery):
                    return await self._repeated(done)
                raise
            try:
                await self._desk.store.commit(draft.commit(delivery))
            except Conflict:
                continue
            except AlreadyDone as done:
                return await self._repeated(done)
            return Outcome(draft.case, draft.added)
        raise refuse(
            "busy", "Several people are changing this case at this moment.", "Try again shortly."
        )

    async def _repeated(self, done: AlreadyDone) -> Outcome:
        if done.case is None:
            raise ValueError("this delivery concerned no case")
        return Outcome(await self.case(done.case), (), repeated=True)
