"""A case as one colleague sees it."""

from dataclasses import dataclass

from bot.conversation.office import Office
from bot.conversation.rehearsal import allowed
from bot.conversation.visit import Visit
from core.case.access import check_may_read
from core.case.commands import CaseCommand
from core.case.scene import Scene
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.refusal import Refused


@dataclass(frozen=True, slots=True)
class Seen:
    """``reads``: whether they may read the timeline, and so what is private in it."""

    office: Office
    scene: Scene
    case: Case
    customer: Customer
    reads: bool

    def may(self, command: CaseCommand, *given: str) -> bool:
        """Whether they may do it now; see ``refusal_of``."""
        return allowed(self.scene, self.case, command, *given)


async def look(visit: Visit, case: Case) -> Seen:
    scene = await visit.scene(case)
    customer = await visit.office.customer(case.customer)
    return Seen(visit.office, scene, case, customer, _reads(scene, case))


def _reads(scene: Scene, case: Case) -> bool:
    try:
        check_may_read(scene, case)
    except Refused:
        return False
    return True
