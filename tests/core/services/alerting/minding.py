"""Colleagues who are reminded of the alerts of Casey Customer, whom a sanction binds."""

from core.alert.state import Alert
from core.case.proposals import ReviewMatter, ReviewOutcome
from core.services.alerting.alert_reminding import AlertReminding
from core.services.messages import Kind
from tests.core.services.alerting.at_the_desk import AtTheDesk
from tests.core.story import POLICY
from tests.support.people import MORGAN

OF_REMINDERS = Kind.ALERT_REMINDER


class Minding(AtTheDesk):
    def __init__(self) -> None:
        super().__init__()
        self.reminding = AlertReminding(POLICY, self.memory.desk)

    async def minded(self) -> int:
        """How many are brought to mind now."""
        before = len(self.memory.messages)
        due = await self.reminding.due(100)
        sent = [await self.reminding.remind(alerts) for alerts in due]
        self.last = tuple(self.memory.messages[before:])
        return sum(sent)

    async def lifted(self) -> None:
        (sanction,) = (await self.service.case(self.case)).in_force
        await self.agreed(ReviewMatter(sanction.no, ReviewOutcome.LIFT, "It is enough."), MORGAN)

    def now(self, alert: Alert) -> Alert:
        return self.memory.store.alerts[alert.id]


async def minding() -> Minding:
    """On a Tuesday afternoon, at the hour at which colleagues are reminded."""
    at = Minding()
    await at.sanctioned()
    at.memory.clock.time = at.memory.clock.now().replace(hour=16, minute=0)
    return at
