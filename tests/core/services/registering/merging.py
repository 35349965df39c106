"""Records that may be of one person, Casey Customer."""

from typing import Any

from core.services.registering.customer_register import CustomerRegister
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.people import StaffMember
from core.vocabulary.sought import Sought
from tests.core.services.alerting.contacts import Answering
from tests.core.story import CASEY
from tests.support.people import FRAN

KAY = Customer(CustomerId("kay"), "CUS-7", "Kay Customer", ("kay@example.org",))
THIRD = Customer(CustomerId("third"), "CUS-8", "K Customer")
OF_KAY = Sought(emails=KAY.emails)


class Merging(Answering):
    def __init__(self) -> None:
        super().__init__()
        self.memory.know(CASEY, KAY, THIRD)
        self.register = CustomerRegister(self.policy, self.memory.desk)

    async def merge(
        self,
        customer: Customer = CASEY,
        into: Customer = KAY,
        by: StaffMember = FRAN,
        reasons: str = "The same telephone.",
        delivery: str = "",
    ) -> Customer:
        name = delivery or self.delivery()
        return await self.register.merge(by.id, customer.id, into.id, reasons, name)

    async def unmerge(
        self, customer: Customer = CASEY, by: StaffMember = FRAN, delivery: str = ""
    ) -> Customer:
        name = delivery or self.delivery()
        return await self.register.unmerge(by.id, customer.id, "They are twins.", name)

    async def known(self, customer: Customer) -> Customer:
        known = await self.memory.desk.customers.get(customer.id)
        assert known
        return known

    def said(self, customer: Customer) -> list[Any]:
        return [e.event for e in self.memory.store.stream(f"customer:{customer.id}")][1:]
