"""Two records of one person are one, for reports, contacts and alerts, until they are separated."""

from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

import pytest

from core.case.commands import LogContact
from core.case.register import CustomersMerged, CustomersUnmerged
from core.services.alert_desk import AlertDesk
from core.services.customer_register import CustomerRegister
from core.services.incoming import Became
from core.services.messages import Kind
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refusal, Refused
from core.vocabulary.sought import Sought
from tests.core.services.contacts import Answering
from tests.core.story import CASEY
from tests.support.people import ASHA, CLEO, FRAN, IRA

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


async def refused(act: Coroutine[Any, Any, object]) -> Refusal:
    with pytest.raises(Refused) as fault:
        await act
    return fault.value.refusal


@pytest.mark.parametrize("by", [FRAN, CLEO])
async def test_records_of_one_person_are_merged_in_both_streams(by: StaffMember) -> None:
    there = Merging()
    assert await there.merge(by=by) == replace(KAY, merged=(CASEY.id,))
    assert await there.known(CASEY) == replace(CASEY, merged_into=KAY.id)
    assert await there.known(KAY) == replace(KAY, merged=(CASEY.id,))
    event = CustomersMerged(CASEY.id, KAY.id, "The same telephone.")
    assert (there.said(CASEY), there.said(KAY)) == ([event], [event])
    await there.merge(THIRD)
    assert (await there.known(KAY)).merged == (CASEY.id, THIRD.id)


async def test_and_separated_again() -> None:
    there = Merging()
    await there.merge()
    await there.merge(THIRD)
    assert await there.unmerge() == replace(KAY, merged=(THIRD.id,))
    assert await there.known(CASEY) == CASEY
    event = CustomersUnmerged(CASEY.id, KAY.id, "They are twins.")
    assert (there.said(CASEY)[-1], there.said(KAY)[-1]) == (event, event)


async def test_what_cannot_be_merged() -> None:
    there = Merging()
    nobody = replace(THIRD, id=CustomerId("nobody"))
    for act, rule, field in (
        (there.merge(into=CASEY), "same-record", "into"),
        (there.merge(nobody), "unknown-customer", "customer"),
        (there.merge(into=nobody), "unknown-customer", "into"),
        (there.merge(reasons=" "), "text-missing", "reasons"),
        (there.merge(reasons="x" * 3001), "text-too-long", "reasons"),
        (there.unmerge(), "not-merged", "customer"),
    ):
        refusal = await refused(act)
        assert (refusal.rule, refusal.field) == (rule, field)
    await there.merge()
    for act, rule, field in (
        (there.merge(into=THIRD), "merged-already", "customer"),
        (there.merge(KAY, THIRD), "stands-for-others", "customer"),
        (there.merge(THIRD, CASEY), "merged-already", "into"),
        (there.unmerge(KAY), "not-merged", "customer"),
    ):
        refusal = await refused(act)
        assert (refusal.rule, refusal.field) == (rule, field)
    assert len(there.said(KAY)) == 1


@pytest.mark.parametrize("by", [ASHA, IRA, replace(ASHA, id=StaffId("stranger"))])
async def test_only_by_whoever_may_manage_every_case(by: StaffMember) -> None:
    there = Merging()
    await there.merge(THIRD)
    assert (await refused(there.merge(by=by))).rule
    assert (await refused(there.unmerge(THIRD, by=by))).rule
    assert (there.said(CASEY), len(there.said(KAY))) == ([], 1)


async def test_the_same_delivery_again_changes_nothing() -> None:
    there = Merging()
    for _ in range(2):
        await there.merge(delivery="merge")
    for _ in range(2):
        assert await there.unmerge(delivery="unmerge") == KAY
    await there.merge(delivery="merge")
    assert await there.known(CASEY) == CASEY
    assert len(there.said(KAY)) == 2


async def test_when_others_are_faster_it_is_decided_again() -> None:
    there = Merging()
    there.memory.store.conflicts_to_come = 3
    await there.merge()
    there.memory.store.conflicts_to_come = 8
    assert (await refused(there.unmerge())).rule == "busy"
    assert (await there.known(CASEY)).merged_into == KAY.id


async def test_changing_particulars_leaves_it_merged() -> None:
    there = Merging()
    await there.merge()
    changed = await there.register.change(ASHA.id, replace(KAY, name="Kay C"), "change")
    assert changed.merged == (CASEY.id,)
    assert (await there.known(KAY)).merged == (CASEY.id,)


async def test_a_report_about_either_joins_the_open_case() -> None:
    there = Merging()
    await there.continued()
    await there.merge()
    for customer in (CASEY.id, KAY.id):
        outcome = await there.report(customer=customer)
        assert outcome.case.id == CaseId(CASEY.id)
    await there.unmerge()
    outcome = await there.report(customer=KAY.id)
    assert outcome.case.id == CaseId(KAY.id)


async def test_a_first_report_opens_a_case_of_the_record_that_stands() -> None:
    there = Merging()
    await there.merge()
    outcome = await there.report(customer=CASEY.id)
    assert (outcome.case.customer, outcome.case.id) == (KAY.id, CaseId(KAY.id))


async def test_the_case_of_the_record_that_stands_goes_first() -> None:
    there = Merging()
    await there.report(customer=CASEY.id)
    await there.report(customer=KAY.id)
    await there.merge()
    outcome = await there.report(customer=CASEY.id)
    assert outcome.case.id == CaseId(KAY.id)


async def test_whatever_is_in_force_for_one_record_alerts_about_either() -> None:
    there = Merging()
    await there.sanctioned()
    assert (await there.comes(OF_KAY)).became is Became.NOTHING
    await there.merge()
    alert = await there.alerted(OF_KAY)
    assert (alert.case, alert.customer) == (there.case, KAY.id)
    assert (await there.alerted()).id == alert.id
    await there.unmerge()
    assert (await there.comes(OF_KAY)).became is Became.NOTHING


async def test_whoever_is_told_apart_from_one_record_is_told_apart_from_both() -> None:
    there = Merging()
    await there.sanctioned()
    desk = AlertDesk(there.policy, there.memory.desk)
    alert = await there.alerted()
    await desk.another_person(ASHA.id, alert.id, "apart")
    await there.merge()
    assert (await there.comes()).became is Became.NOTHING
    await desk.reopen(ASHA.id, alert.id, "back")
    assert (await there.comes()).became is Became.ALERTED


async def test_an_alert_about_either_is_settled_in_the_case_that_binds_them() -> None:
    there = Merging()
    await there.sanctioned()
    await there.merge()
    desk, now = AlertDesk(there.policy, there.memory.desk), there.memory.clock.now()
    alert = await there.alerted(OF_KAY)
    logged = await desk.log(ASHA.id, alert.id, LogContact("phone", now, "Grant"), "log")
    assert logged.outcome.case.id == there.case
    assert logged.outcome.case.contacts[-1].person is None
    alert = await there.alerted(OF_KAY)
    breach = await desk.report(ASHA.id, alert.id, there.incident(customer=KAY.id), "breach")
    assert breach.outcome.case.id == there.case
    assert breach.alert.entry == breach.outcome.added[-1].no


async def test_a_contact_in_the_case_of_one_record_is_alerted_for_the_other() -> None:
    there = Merging()
    await there.sanctioned()
    await there.report(customer=KAY.id)
    await there.merge()
    there.case = CaseId(KAY.id)
    await there.does(ASHA, LogContact("phone", there.memory.clock.now(), "Grant"))
    assert there.heard == {("#alerts", Kind.CONTACT_ALERT)}
