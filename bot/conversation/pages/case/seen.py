"""A case as one colleague sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.office import Office
from bot.conversation.rehearsing.rehearsal import allowed, may_read
from bot.conversation.visit import Visit
from core.alert.state import Alert
from core.case.commands import CaseCommand
from core.case.scene import Scene
from core.case.state import Case
from core.vocabulary.customer import Customer


@dataclass(frozen=True, slots=True)
class Seen:
    """``reads``: whether they may read the timeline, and so what is private in it.

    ``alerts``: contacts noticed of which nobody has said yet what happened, the latest first;
    ``open_alerts``: how many there are of them.
    """

    office: Office
    scene: Scene
    case: Case
    customer: Customer
    reads: bool
    alerts: Sequence[Alert] = ()
    open_alerts: int = 0

    def may(self, command: CaseCommand, *given: str) -> bool:
        """Whether they may do it now; see ``refusal_of``."""
        return allowed(self.scene, self.case, command, *given)


async def look(visit: Visit, case: Case) -> Seen:
    scene = await visit.scene(case)
    customer = await visit.office.customer(case.customer)
    office = visit.office
    latest = (await office.desk.alerts.latest((case.id,))).get(case.id, ())
    number = await office.desk.alerts.count_open(case.id) if latest else 0
    return Seen(office, scene, case, customer, may_read(scene, case), latest, number)
