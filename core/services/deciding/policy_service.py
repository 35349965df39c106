"""The policy service behind every adapter: decide, then keep it and what it makes us say."""

from dataclasses import dataclass

from core.case.authority.access import check_may_read
from core.case.commands import CaseCommand, ReportIncident
from core.case.evolve import fold
from core.case.state import Case, Entry
from core.policy.model import Policy
from core.services.deciding.draft import Draft
from core.services.deciding.drafting import Drafting
from core.services.deciding.keeping import Decided, Keeping
from core.services.ports.desk import AlreadyDone, Desk
from core.vocabulary.ids import CaseId, StaffId


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
        self._drafting = Drafting(policy, desk)
        self._keeping = Keeping(desk.store, "Several people are changing this case at this moment.")

    async def report(self, actor: StaffId, command: ReportIncident, delivery: str) -> Outcome:
        """Record an incident, in the customer's open case or in a new one.

        Of a record merged into another it is one of the record that stands for the person.
        """

        async def decide() -> Decided[Outcome]:
            return _decided(await self._drafting.report(actor, command), delivery)

        return await self._keeping.keep_once(delivery, decide, self._standing)

    async def carry_out(
        self, actor: StaffId, case: CaseId, command: CaseCommand, delivery: str
    ) -> Outcome:
        """Do one thing in a case that stands."""

        async def decide() -> Decided[Outcome]:
            return _decided(await self._drafting.carry_out(actor, case, command), delivery)

        return await self._keeping.keep_once(delivery, decide, self._standing)

    async def case(self, case: CaseId) -> Case:
        """The case as it stands, for drawing messages about it. Refuses an unknown one."""
        return fold(await self._drafting.history(case))

    async def timeline(self, reader: StaffId, case: CaseId) -> tuple[Entry, ...]:
        """Every entry of the case, for a colleague who may read it (policy file, ``access``)."""
        history = await self._drafting.history(case)
        standing = fold(history)
        check_may_read(await self._drafting.scene_of(reader, standing), standing)
        return history

    async def _standing(self, done: AlreadyDone) -> Outcome:
        if done.case is None:
            raise ValueError("this delivery concerned no case")
        return Outcome(await self.case(done.case), (), repeated=True)


def _decided(draft: Draft, delivery: str) -> Decided[Outcome]:
    return Decided(Outcome(draft.case, draft.added), draft.commit(delivery))
