"""An appeal reaches whoever answers it, and its outcome those who are concerned."""

from datetime import date

from core.case.commands import DecideAppeal, RaiseAppeal, RecordCustomerTold, Remind
from core.case.events import AppealOutcome, DutyKind
from core.services.messages import Kind
from core.vocabulary.ids import SYSTEM, EntryNo
from core.vocabulary.people import StaffMember
from tests.core.services.working import Working
from tests.core.waiting import away
from tests.support.people import ASHA, DANA, DEVI, FRAN


async def appealed(by: StaffMember = FRAN) -> tuple[Working, EntryNo]:
    """Against sanctions that Asha proposed and Morgan approved."""
    work = Working()
    await work.sanctioned()
    [sanction] = (await work.service.case(work.case)).in_force
    now = work.memory.clock.now()
    outcome = await work.does(by, RaiseAppeal(sanction.proposal, "It was a bad line.", now))
    return work, outcome.added[0].no


def answer(appeal: EntryNo, outcome: AppealOutcome) -> DecideAppeal:
    return DecideAppeal(appeal, outcome, "We listened to the recording.")


async def test_it_reaches_whoever_answers_it() -> None:
    work, no = await appealed()
    [message] = work.last
    assert work.heard == {("devi", Kind.APPEAL_TO_DECIDE)}
    assert message.about == {"case": "casey", "appeal": str(no), "for": "devi"}


async def test_its_outcome_is_told_to_who_recorded_it_the_owner_and_those_who_decided() -> None:
    work, no = await appealed()
    await work.does(DEVI, answer(no, AppealOutcome.UPHELD))
    assert work.heard == {
        ("fran", Kind.APPEAL_DECIDED),
        ("asha", Kind.APPEAL_DECIDED),
        ("morgan", Kind.APPEAL_DECIDED),
        ("asha", Kind.DECISION_TO_TELL),
    }
    assert work.redrawn == {("devi", Kind.APPEAL_TO_DECIDE)}


async def test_a_sanction_that_is_lifted_is_published() -> None:
    work, no = await appealed()
    await work.does(DEVI, answer(no, AppealOutcome.WITHDRAWN))
    assert ("#alerts", Kind.SANCTION_NOTICE) in work.heard


async def test_the_customer_is_told_of_the_outcome_and_then_nobody_is_asked_to_any_more() -> None:
    work, no = await appealed()
    await work.does(DEVI, answer(no, AppealOutcome.UPHELD))
    await work.does(ASHA, RecordCustomerTold(no, work.memory.clock.now(), "letter"))
    assert work.redrawn == {("asha", Kind.DECISION_TO_TELL)}


async def reminded(work: Working, no: EntryNo) -> set[tuple[str, Kind]]:
    """Five days before 1 April, by when the appeal is to be answered."""
    work.memory.clock.forward(days=(date(2025, 3, 27) - date(2025, 3, 4)).days)
    command = Remind(DutyKind.DECIDE_APPEAL, no, "five-days-ahead", date(2025, 3, 27))
    await work.does(SYSTEM, command)
    return work.heard


async def test_whoever_answers_is_reminded() -> None:
    work, no = await appealed()
    assert await reminded(work, no) == {("devi", Kind.REMINDER)}


async def test_so_is_the_deputy_of_one_who_is_away() -> None:
    work, no = await appealed()
    work.memory.employ(away(DEVI, DANA, last=date(2025, 5, 1)))
    assert await reminded(work, no) == {("devi", Kind.REMINDER), ("dana", Kind.REMINDER)}
