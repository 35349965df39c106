"""Decisions made durable: once each, by whoever was first, whatever arrives twice."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.case.commands import (
    Approve,
    ConcludeMonitoring,
    LogContact,
    Propose,
    RecordCustomerTold,
    Remind,
    Withdraw,
)
from core.case.events import DutyKind, MonitoringOutcome
from core.case.evolve import fold
from core.case.state import Entry, ProposalStatus
from core.case.terms import NamedContactTerms, SanctionTerms
from core.services.keeping import ATTEMPTS
from core.services.policy_service import Outcome, PolicyService
from core.services.timeline import entries_of
from core.vocabulary.ids import SYSTEM, CaseId, CustomerId, EntryNo
from core.vocabulary.refusal import Refused
from tests.core.services.working import Working
from tests.core.story import CASEY, POLICY, WARNING
from tests.support.people import ASHA, DEVI, FRAN, MORGAN, NOOR, SENA


def kept(work: Working) -> tuple[Entry, ...]:
    return entries_of(work.memory.store.stream(f"case:{work.case}"))


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


async def test_two_first_reports_at_once_meet_in_one_case() -> None:
    work = Working()
    one, other = await asyncio.gather(
        work.service.report(ASHA.id, work.incident(), "one"),
        work.service.report(SENA.id, work.incident(), "other"),
    )
    assert one.case.id == other.case.id
    assert {i.reported_by for i in fold(kept(work)).incidents} == {ASHA.id, SENA.id}
    assert len(work.memory.store.summaries) == 1


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


async def test_the_same_delivery_twice_at_once_is_carried_out_once() -> None:
    work = Working()
    no = await work.proposed()
    outcomes = await asyncio.gather(
        work.service.carry_out(MORGAN.id, work.case, Approve(no), "same"),
        work.service.carry_out(MORGAN.id, work.case, Approve(no), "same"),
    )
    assert sorted(outcome.repeated for outcome in outcomes) == [False, True]
    assert len(kept(work)) == 4


async def test_of_two_approvers_at_once_one_wins_and_the_other_is_told_who_and_when() -> None:
    work = Working()
    no = await work.proposed()
    results = await asyncio.gather(
        work.service.carry_out(MORGAN.id, work.case, Approve(no), "morgan"),
        work.service.carry_out(DEVI.id, work.case, Approve(no), "devi"),
        return_exceptions=True,
    )
    [won] = [result for result in results if isinstance(result, Outcome)]
    [lost] = [result for result in results if isinstance(result, Refused)]
    winner = {MORGAN.id: MORGAN, DEVI.id: DEVI}[won.added[0].by]
    assert lost.refusal.rule == "already-decided"
    expected = f"{winner.name} approved this proposal on Monday 3 March 2025 at 10am."
    assert lost.refusal.message == expected
    assert len(kept(work)) == 4


async def test_an_approval_and_a_withdrawal_at_once_do_not_both_happen() -> None:
    work = Working()
    no = await work.proposed()
    results = await asyncio.gather(
        work.service.carry_out(ASHA.id, work.case, Withdraw(no), "asha"),
        work.service.carry_out(MORGAN.id, work.case, Approve(no), "morgan"),
        return_exceptions=True,
    )
    assert sum(isinstance(result, Outcome) for result in results) == 1
    assert len(kept(work)) == 4


async def test_after_a_conflict_it_is_decided_again_upon_what_stands_then() -> None:
    work = Working()
    await work.report()
    work.memory.store.conflicts_to_come = ATTEMPTS - 1
    outcome = await work.does(ASHA, Propose(WARNING))
    assert outcome.added[0].no == 3


async def test_when_the_case_never_stands_still_nothing_is_kept() -> None:
    work = Working()
    await work.report()
    work.memory.store.conflicts_to_come = ATTEMPTS
    refusal = await work.refuses(ASHA, Propose(WARNING))
    assert refusal.rule == "busy"
    assert len(kept(work)) == 2


async def test_twenty_contacts_logged_at_once_are_all_kept_in_order() -> None:
    work = Working()
    await work.report()
    now = work.memory.clock.now()

    async def log(number: int) -> None:
        command = LogContact("email", now, f"Contact {number}")
        while True:
            try:
                await work.service.carry_out(FRAN.id, work.case, command, f"log-{number}")
            except Refused:
                continue
            return

    await asyncio.gather(*(log(number) for number in range(20)))
    assert [entry.no for entry in kept(work)] == list(range(1, 23))
    assert len({contact.topic for contact in fold(kept(work)).contacts}) == 20


async def settled(work: Working) -> EntryNo:
    """Sanctions in force, the monitoring concluded and the customer told: only reviews are left."""
    sanction = await work.sanctioned()
    case = await work.service.case(work.case)
    warning, decision = case.warnings[0].proposal, case.sanctions[sanction].proposal
    await work.does(ASHA, ConcludeMonitoring(warning, MonitoringOutcome.CONTINUED))
    await work.does(ASHA, RecordCustomerTold(decision, work.memory.clock.now(), "letter"))
    return sanction


async def test_the_summary_tells_lists_and_sweeps_what_they_need() -> None:
    work = Working()
    sanction = await settled(work)
    summary = await work.memory.desk.cases.summary(work.case)
    assert summary is not None
    [in_force] = summary.in_force
    assert (in_force.measure, in_force.code) == (sanction, "specified-form")
    assert summary.remind_on is not None
    assert (in_force.review_on - summary.remind_on).days == 14
    assert (summary.owner, summary.open, summary.awaiting) == (ASHA.id, True, ())


async def test_of_several_duties_the_summary_names_the_day_of_the_soonest() -> None:
    work = Working()
    await work.sanctioned()
    summary = await work.memory.desk.cases.summary(work.case)
    assert summary is not None
    today = work.memory.clock.now().date()
    assert summary.remind_on == today + timedelta(days=POLICY.telling.days)


async def test_what_awaits_a_decision_stands_in_the_summary_until_it_is_made() -> None:
    work = Working()
    no = await work.proposed(by=SENA)
    [summary] = await work.memory.desk.cases.awaiting_decision_by(MORGAN.id)
    assert [a.proposal for a in summary.awaiting] == [no]
    assert await work.memory.desk.cases.awaiting_decision_of(SENA.id) == (summary,)
    await work.does(MORGAN, Approve(no))
    assert await work.memory.desk.cases.awaiting_decision_by(MORGAN.id) == ()


async def test_a_reminder_moves_the_next_one_on() -> None:
    work = Working()
    sanction = await settled(work)
    clock, cases = work.memory.clock, work.memory.desk.cases
    summary = await cases.summary(work.case)
    assert summary is not None
    step_on = summary.remind_on
    assert step_on is not None
    clock.forward(days=(step_on - clock.now().date()).days)
    assert [s.case for s in await cases.reminders_due(clock.now().date())] == [work.case]
    command = Remind(DutyKind.REVIEW_SANCTION, sanction, "two-weeks-ahead", step_on)
    await work.does(SYSTEM, command)
    assert await cases.reminders_due(clock.now().date()) == ()


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
