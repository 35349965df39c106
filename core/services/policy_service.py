"""The policy service behind every adapter: decide, then keep it and what it makes us say."""

from dataclasses import dataclass
from typing import Final

from core.case.commands import CaseCommand, ReportIncident
from core.case.state import Case, Entry
from core.policy.model import Policy
from core.services.ports import Desk
from core.vocabulary.ids import CaseId, StaffId

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
        self._policy = policy
        self._desk = desk

    async def report(self, actor: StaffId, command: ReportIncident, delivery: str) -> Outcome:
        """Record an incident, in the customer's open case or in a new one."""
        raise NotImplementedError

    async def carry_out(
        self, actor: StaffId, case: CaseId, command: CaseCommand, delivery: str
    ) -> Outcome:
        """Do one thing in a case that stands."""
        raise NotImplementedError

    async def case(self, case: CaseId) -> Case:
        """The case as it stands, for drawing messages about it. Refuses an unknown one."""
        raise NotImplementedError

    async def timeline(self, reader: StaffId, case: CaseId) -> tuple[Entry, ...]:
        """Every entry of the case, for a colleague who may read it (policy file, ``access``)."""
        raise NotImplementedError
