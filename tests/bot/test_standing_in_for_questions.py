"""What a manager was asked about a contact reaches their deputy, once, and comes back (stage 6)."""

from datetime import timedelta

from bot.sweeps import ReminderSweep
from core.case.commands import AssessContact, LogContact
from core.case.events import DutyKind, QuestionPassedOn, Relation, Response
from core.services.messages import Kind
from core.vocabulary.ids import EntryNo
from tests.bot.test_standing_in import sweep, sweeper
from tests.core.services.working import Working
from tests.core.story import POLICY
from tests.core.waiting import FIRST_DAY, away
from tests.support.people import ASHA, DANA, FRAN, MORGAN, NOOR, SENA

QUESTION = Kind.CONTACT_QUESTION
OF_MORGAN, OF_NOOR = ("morgan", QUESTION), ("noor", QUESTION)
TOLD, ALERT = ("fran", Kind.CONTACT_DECIDED), ("#alerts", Kind.CONTACT_ALERT)


async def asked(work: Working) -> EntryNo:
    """Fran logged a contact, and Morgan is asked about it."""
    await work.disengaged()
    work.memory.clock.forward(hours=1)
    logged = await work.does(FRAN, LogContact("letter", work.memory.clock.now(), "Otters"))
    contact = logged.added[0].no
    await work.does(ASHA, AssessContact(contact, Relation.UNSURE, Response.MANAGER_ASKED))
    return contact


def passed_on(work: Working) -> list[QuestionPassedOn]:
    kept = [entry.event for entry in work.memory.store.entries]
    return [event for event in kept if isinstance(event, QuestionPassedOn)]


async def test_the_deputy_gets_the_question_once_and_every_copy_is_redrawn() -> None:
    work = Working()
    contact = await asked(work)
    work.memory.employ(away(MORGAN, NOOR))
    assert await sweep(work, times=3) == 1
    assert work.heard == {OF_NOOR}
    assert work.redrawn == {OF_MORGAN, TOLD, ALERT}
    [question] = [m for m in work.last if m.redraws is None]
    assert question.about == {"case": "casey", "contact": str(contact), "for": "noor"}
    assert passed_on(work) == [QuestionPassedOn(contact, NOOR.id, in_place_of=MORGAN.id)]
    await work.does(NOOR, AssessContact(contact, Relation.DIFFERENT, Response.ANSWERED))
    assert work.heard == {TOLD}
    assert work.redrawn == {OF_MORGAN, OF_NOOR, TOLD, ALERT}


async def test_whoever_is_back_is_asked_again_unless_it_was_answered() -> None:
    work = Working()
    contact = await asked(work)
    work.memory.employ(away(MORGAN, NOOR))
    await sweep(work)
    work.memory.employ(MORGAN)
    assert await sweep(work, times=2) == 1
    assert (work.heard, OF_NOOR in work.redrawn) == ({OF_MORGAN}, True)
    work.memory.employ(away(MORGAN, NOOR))
    await sweep(work)
    await work.does(NOOR, AssessContact(contact, Relation.DIFFERENT, Response.ANSWERED))
    work.memory.employ(MORGAN)
    assert await sweep(work) == 0
    assert len(passed_on(work)) == 3


async def test_whoever_asked_is_not_asked_in_anothers_place() -> None:
    work = Working()
    contact = await asked(work)
    await work.does(FRAN, AssessContact(contact, Relation.UNSURE, Response.MANAGER_ASKED))
    work.memory.employ(away(MORGAN, FRAN))
    assert await sweep(work) == 0
    work.memory.employ(away(MORGAN, DANA))
    assert await sweep(work) == 1
    assert ("dana", QUESTION) in work.heard


async def test_two_replicas_at_once_pass_it_on_once() -> None:
    work = Working()
    await asked(work)
    work.memory.employ(away(MORGAN, SENA))
    day = work.memory.clock.now().date()
    page = await work.memory.desk.cases.away_or_stood_in(day)
    [(summary, waiting)] = [(s, each) for s in page for each in s.waiting]
    done = [await sweeper(work)._pass_on(summary, waiting) for _ in range(2)]
    assert (done, len(passed_on(work))) == ([True, False], 1)


async def test_where_nobody_may_the_next_above_is_asked_when_it_is_due() -> None:
    """By the question itself, and not by a reminder of it besides."""
    work = Working()
    await asked(work)
    work.memory.employ(away(MORGAN, last=FIRST_DAY + timedelta(days=30)))
    assert await sweep(work) == 0
    work.memory.clock.forward(days=7)
    before = len(work.memory.messages)
    reminders = ReminderSweep(POLICY, work.service, work.memory.desk)
    await reminders.sweep()
    work.last = tuple(work.memory.messages[before:])
    assert ("devi", QUESTION) in work.heard
    assert OF_MORGAN in work.redrawn
    assert DutyKind.ASSESS_CONTACT not in {message.about.get("duty") for message in work.last}
    assert passed_on(work)[-1].went_up
    assert await sweep(work) == 0
