"""A summary tells lists and sweeps what they need of a case."""

from datetime import timedelta

from core.case.commands import (
    Approve,
    ConcludeMonitoring,
    RecordCustomerTold,
    Remind,
)
from core.case.events import DutyKind, MonitoringOutcome
from core.vocabulary.ids import SYSTEM, EntryNo
from tests.core.services.working import Working
from tests.core.story import POLICY
from tests.support.people import ASHA, MORGAN, SENA


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
