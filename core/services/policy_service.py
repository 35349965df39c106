"""The policy service behind every adapter: decide, then keep the decision and what it makes us say."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from core.case.commands import CaseCommand, ReportIncident
from core.case.decide import decide, decide_report
from core.case.evolve import fold
from core.case.register import CustomerRegistered
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.policy.model import Policy
from core.services.announce import announce
from core.services.ports import AlreadyDone, Change, Commit, Conflict, Desk, TimelineEntry
from core.services.summarise import summarise
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, StaffId
from core.vocabulary.refusal import refuse

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
