"""A case as one colleague sees it."""

from dataclasses import dataclass

from bot.conversation.office import Office
from bot.conversation.rehearsal import allowed, may_read
from bot.conversation.visit import Visit
from core.case.commands import CaseCommand
from core.case.scene import Scene
from core.case.state import Case
from core.vocabulary.customer import Customer


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
    return Seen(visit.office, scene, case, customer, may_read(scene, case))
