"""Colleagues read the Customer Sanctions Log at their level, and every look is recorded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve, Propose
from core.case.proposals import DisengagementMatter, ExtensionMatter, ReviewMatter, ReviewOutcome
from core.case.register import LogEntryViewed
from core.policy.model import LogLevel, Policy
from core.services.log_entry import LogEntry
from core.services.sanctions_log import SanctionsLog
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, StaffId
from core.vocabulary.people import Role, StaffMember
from core.vocabulary.refusal import Refused
from tests.core.services.working import Working
from tests.core.story import CASEY, CONSIDERED, POLICY
from tests.support.people import ASHA, DANA, FRAN, IRA, LEE, MORGAN, OLU


async def sanctioned(policy: Policy = POLICY) -> tuple[Working, SanctionsLog]:
    work = Working(policy)
    await work.sanctioned()
    return work, SanctionsLog(policy, work.memory.desk)


async def disengaged() -> tuple[Working, SanctionsLog]:
    work, log = await sanctioned()
    work.memory.clock.forward(days=1)
    await work.report(customer=CASEY.id)
    day = work.memory.clock.now().date() + timedelta(days=365)
    matter = DisengagementMatter(("Grant",), "It went on.", "All of it.", day, CONSIDERED)
    no = (await work.does(ASHA, Propose(matter))).added[0].no
    await work.does(DANA, Approve(no))
    return work, log


async def look(log: SanctionsLog, reader: StaffMember, delivery: str = "look") -> LogEntry:
    return await log.look(reader.id, CaseId("casey"), delivery)


async def test_every_colleague_reads_what_is_in_force_and_what_may_be_done() -> None:
    work, log = await disengaged()
    case = await work.service.case(work.case)
    entry = await look(log, OLU)
    assert (entry.level, entry.reference, entry.owner) == (
        LogLevel.GUIDANCE,
        case.reference,
        "Asha Adviser",
    )
    [notice], [sanction] = case.disengaged, case.in_force
    assert [(m.measure, m.review_on, m.since) for m in entry.measures] == [
        (notice.no, notice.review_on, notice.issued_at),
        (sanction.no, sanction.review_on, sanction.applied_at),
    ]
    assert all(measure.guidance.advice for measure in entry.measures)


async def test_but_neither_who_it_is_nor_why() -> None:
    _, log = await disengaged()
    entry = await look(log, OLU)
    assert (entry.customer, entry.also_bound) == (None, ())
    assert all(measure.why is None for measure in entry.measures)
    assert all(measure.guidance.private == "" for measure in entry.measures)
    assert "Casey" not in repr(entry)
    assert "Grant" not in repr(entry)


@pytest.mark.parametrize("reader", [FRAN, LEE, DANA])
async def test_some_roles_read_who_it_is_and_why(reader: StaffMember) -> None:
    _, log = await disengaged()
    entry = await look(log, reader)
    assert (entry.level, entry.customer) == (LogLevel.REASONS, CASEY)
    notice, sanction = entry.measures
    assert "Grant" in notice.guidance.private
    assert notice.why is not None
    assert (notice.why.proposed_by, notice.why.approved_by) == ("Asha Adviser", "Dana Director")
    assert sanction.why is not None
    assert (sanction.why.reasons, sanction.why.approved_by) == ("It went on.", "Morgan Manager")


async def test_a_policy_may_show_a_role_who_it_is_without_the_reasons() -> None:
    levels = replace(POLICY.log, roles={Role.CUSTOMER_FOCUS: LogLevel.PERSON})
    _, log = await sanctioned(replace(POLICY, log=levels))
    entry = await look(log, FRAN)
    assert entry.customer == CASEY
    assert [measure.why for measure in entry.measures] == [None]


async def test_every_look_is_recorded_with_who_and_at_which_level() -> None:
    work, log = await sanctioned()
    await look(log, OLU, "one")
    await look(log, FRAN, "two")
    kept = work.memory.store.stream("views:casey")
    assert [(entry.by, entry.event) for entry in kept] == [
        (OLU.id, LogEntryViewed(CaseId("casey"), "guidance")),
        (FRAN.id, LogEntryViewed(CaseId("casey"), "reasons")),
    ]


async def test_a_look_delivered_twice_is_one_look() -> None:
    work, log = await sanctioned()
    assert await look(log, OLU) == await look(log, OLU)
    assert len(work.memory.store.stream("views:casey")) == 1


async def test_two_who_look_at_the_same_moment_are_both_recorded() -> None:
    work, log = await sanctioned()
    work.memory.store.conflicts_to_come = 3
    assert (await look(log, OLU)).measures
    assert len(work.memory.store.stream("views:casey")) == 1


async def test_a_look_that_cannot_be_recorded_shows_nothing() -> None:
    work, log = await sanctioned()
    work.memory.store.conflicts_to_come = 100
    with pytest.raises(Refused) as refused:
        await look(log, OLU)
    assert refused.value.refusal.rule == "busy"


@pytest.mark.parametrize(
    ("reader", "rule"),
    [(IRA.id, "inactive-actor"), (StaffId("stranger"), "unknown-actor")],
)
async def test_only_colleagues_read_it(reader: StaffId, rule: str) -> None:
    work, log = await sanctioned()
    for reading in (log.page(reader), log.look(reader, CaseId("casey"), "look")):
        with pytest.raises(Refused) as refused:
            await reading
        assert refused.value.refusal.rule == rule
    assert work.memory.store.stream("views:casey") == ()


async def test_what_is_no_longer_in_force_is_not_in_the_log() -> None:
    work, log = await sanctioned()
    [sanction] = (await work.service.case(work.case)).in_force
    lift = ReviewMatter(sanction.no, ReviewOutcome.LIFT, "All is calm.")
    no = (await work.does(ASHA, Propose(lift))).added[0].no
    await work.does(MORGAN, Approve(no))
    assert await log.page(OLU.id) == ()
    with pytest.raises(Refused) as refused:
        await look(log, OLU)
    assert refused.value.refusal.rule == "not-in-log"
    with pytest.raises(Refused):
        await log.look(OLU.id, CaseId("nothing"), "look")


async def test_a_page_names_what_is_in_force_and_never_whom_it_binds() -> None:
    work, log = await disengaged()
    case = await work.service.case(work.case)
    [line] = await log.page(FRAN.id)
    assert (line.case, line.reference) == (case.id, case.reference)
    [sanction], [notice] = case.in_force, case.disengaged
    assert line.in_force == (
        ("Contact in a specified form only", sanction.review_on),
        ("Disengaged", notice.review_on),
    )
    assert await log.page(FRAN.id, after=case.reference) == ()
    assert work.memory.store.stream("views:casey") == ()


async def test_others_whom_it_binds_are_named_to_those_who_may_know_the_person() -> None:
    work, log = await sanctioned()
    pat = Customer(CustomerId("pat"), "CUS-2", "Pat Partner")
    work.memory.know(pat)
    [sanction] = (await work.service.case(work.case)).in_force
    matter = ExtensionMatter(sanction.no, pat.id, "Pat makes the calls for Casey now.")
    no = (await work.does(ASHA, Propose(matter))).added[0].no
    await work.does(MORGAN, Approve(no))
    assert (await look(log, FRAN, "one")).also_bound == (pat,)
    assert (await look(log, OLU, "two")).also_bound == ()
