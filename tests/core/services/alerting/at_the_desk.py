"""Colleagues at an alert of Casey Customer, who is bound by a sanction."""

from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

from core.alert.state import Alert
from core.case.commands import LogContact
from core.case.scene import Scene
from core.services.alerting.alert_desk import AlertDesk, Handled
from core.vocabulary.people import People, StaffMember
from core.vocabulary.sought import Sought
from tests.core.services.alerting.contacts import Answering
from tests.core.story import CASEY
from tests.support.people import OLU

T = TypeVar("T")

OTHER = Sought(names=("Casey Customer",), emails=("other@example.org",))
"""Like Casey, and not known to be."""


class AtTheDesk(Answering):
    def __init__(self) -> None:
        super().__init__()
        self.at = AlertDesk(self.policy, self.memory.desk)

    async def confirm(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Alert:
        return await self.told(self.at.confirm(by.id, alert.id, delivery or self.delivery()))

    async def apart(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Alert:
        name = delivery or self.delivery()
        return await self.told(self.at.another_person(by.id, alert.id, name))

    async def reopen(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Alert:
        return await self.told(self.at.reopen(by.id, alert.id, delivery or self.delivery()))

    async def mentioned(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Alert:
        name = delivery or self.delivery()
        return await self.told(self.at.only_mentioned(by.id, alert.id, name))

    async def overheard(self, *who: Sought, message: str = "100.1") -> Alert:
        """In a watched channel."""
        where = f"C1:{message}"
        return await self.alerted(*who, means="", source="slack:C1", where=where)

    async def log(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Handled:
        now = self.memory.clock.now()
        command = LogContact("phone", now, "Grant application")
        return await self.told(self.at.log(by.id, alert.id, command, delivery or self.delivery()))

    async def breach(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Handled:
        command = self.incident(customer=CASEY.id)
        name = delivery or self.delivery()
        return await self.told(self.at.report(by.id, alert.id, command, name))

    def scene(self) -> Scene:
        people = People(self.memory.store.staff.values())
        return Scene(self.policy, people, OLU.id, self.memory.clock.now())

    async def told(self, act: Coroutine[Any, Any, T]) -> T:
        before = len(self.memory.messages)
        answer = await act
        self.last = tuple(self.memory.messages[before:])
        return answer

    def said(self, alert: Alert) -> Sequence[object]:
        return [entry.event for entry in self.memory.store.stream(f"alert:{alert.id}")][2:]

    def of_customer(self) -> Sequence[object]:
        return [entry.event for entry in self.memory.store.stream(f"customer:{CASEY.id}")][1:]


async def desk() -> AtTheDesk:
    at = AtTheDesk()
    await at.sanctioned()
    return at
