"""Decisions made durable: once each, by whoever was first, whatever arrives twice."""

from dataclasses import replace
from datetime import date

import pytest

from core.case.commands import (
    Approve,
    Propose,
)
from core.case.evolve import fold
from core.case.state import ProposalStatus
from core.case.terms import NamedContactTerms, SanctionTerms
from core.services.deciding.policy_service import PolicyService
from core.vocabulary.ids import CaseId, CustomerId
from core.vocabulary.refusal import Refused
from tests.core.services.deciding.durable import kept
from tests.core.services.working import Working
from tests.core.story import CASEY, POLICY
from tests.support.people import ASHA, DEVI, FRAN, MORGAN, NOOR, SENA


async def test_a_first_report_registers_the_customer_and_opens_the_case() -> None:
    work = Working()
    outcome = await work.report()
    assert outcome.case == fold(kept(work))
    assert [entry.no for entry in outcome.added] == [1, 2]
    assert await work.memory.desk.customers.get(CASEY.id) == CASEY
    assert await work.memory.desk.cases.open_case_of(CASEY.id) == outcome.case.id
    assert outcome.case.reference.startswith("UCB-")
    streams = [entry.stream for entry in work.memory.store.entries[-3:]]
    assert sorted(streams) == ["case:casey", "case:casey", "customer:casey"]


async def test_a_second_report_of_the_same_new_customer_joins_the_case() -> None:
    work = Working()
    await work.report()
    outcome = await work.report(by=SENA)
    assert len(outcome.case.incidents) == 2
    assert len(work.memory.store.stream("customer:casey")) == 1


async def test_an_unknown_customer_or_case_is_refused() -> None:
    work = Working()
    with pytest.raises(Refused) as refused:
        await work.report(customer=CustomerId("nobody"))
    assert refused.value.refusal.rule == "unknown-customer"
    assert refused.value.refusal.field == "customer"
    with pytest.raises(Refused) as refused:
        await work.service.case(CaseId("nothing"))
    assert refused.value.refusal.rule == "unknown-case"


async def test_a_refused_report_keeps_nothing() -> None:
    work = Working()
    before = len(work.memory.store.entries)
    with pytest.raises(Refused):
        await work.report(narrative="")
    assert len(work.memory.store.entries) == before
    assert await work.memory.desk.customers.get(CASEY.id) is None


async def test_a_report_delivered_twice_is_kept_once() -> None:
    work = Working()
    first = await work.service.report(ASHA.id, work.incident(), "same")
    again = await work.service.report(ASHA.id, work.incident(), "same")
    assert (again.repeated, again.added) == (True, ())
    assert again.case == first.case
    assert len(kept(work)) == 2


async def test_an_approval_delivered_twice_answers_with_the_case_as_it_stands() -> None:
    work = Working()
    no = await work.proposed()
    await work.does(MORGAN, Approve(no), "same")
    again = await work.does(MORGAN, Approve(no), "same")
    assert again.repeated
    assert again.case.proposals[no].status is ProposalStatus.APPROVED
    assert work.last == ()


async def test_a_named_contact_is_looked_up_for_the_decision() -> None:
    work = Working()
    await work.continued()
    matter = work.sanctions(SanctionTerms("named-contact", NamedContactTerms(FRAN.id)))
    outcome = await work.does(ASHA, Propose(matter))
    assert (await work.does(MORGAN, Approve(outcome.added[0].no))).case.in_force


@pytest.mark.parametrize("is_known", [True, False])
async def test_a_report_about_a_colleague_is_refused_and_registers_nobody(is_known: bool) -> None:
    work = Working()
    colleague = replace(CASEY, emails=("casey@example.org", NOOR.email.upper()))
    if is_known:
        work.memory.know(colleague)
    with pytest.raises(Refused) as refused:
        await work.report(customer=colleague.id if is_known else colleague)
    assert refused.value.refusal.rule == "staff-conduct"
    assert kept(work) == ()


class Holidays:
    def is_bank_holiday(self, day: date) -> bool:
        return day == date(2025, 3, 4)


async def test_a_decision_sees_the_bank_holidays_of_the_desk() -> None:
    work = Working()
    work.memory.desk = replace(work.memory.desk, calendar=Holidays())
    work.service = PolicyService(POLICY, work.memory.desk)
    await work.proposed()
    summary = await work.memory.desk.cases.summary(work.case)
    assert summary is not None
    assert summary.remind_on == date(2025, 3, 7)  # three working days after Monday 3 March


async def test_the_timeline_is_for_those_who_may_read_it() -> None:
    work = Working()
    outcome = await work.report()
    assert await work.service.timeline(MORGAN.id, work.case) == outcome.added
    with pytest.raises(Refused) as refused:
        await work.service.timeline(NOOR.id, work.case)
    assert refused.value.refusal.rule == "may-not-read"


async def test_a_delivery_name_of_another_kind_is_not_mistaken_for_a_case() -> None:
    work = Working()
    no = await work.proposed()
    await work.does(MORGAN, Approve(no))
    with pytest.raises(ValueError, match="concerned no case"):
        await work.does(DEVI, Approve(no), f"employ:{ASHA.id}:0")
