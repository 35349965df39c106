"""Who hears of a contact, of what a disengagement brings, and of advice asked of Legal."""

from dataclasses import replace
from datetime import timedelta

from core.case.commands import (
    AssessContact,
    LogContact,
    Propose,
    RecordLegalAdvice,
    RequestLegalAdvice,
)
from core.case.events import Relation, Response
from core.case.proposals import (
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    ReviewMatter,
    ReviewOutcome,
)
from core.services.messages import Kind
from core.vocabulary.customer import CustomerKind
from core.vocabulary.ids import CaseId, EntryNo, StaffId
from tests.core.disengaging import GRANT, HEDGE, PAT
from tests.core.services.working import Working
from tests.support.people import ASHA, FRAN, LEE, MORGAN

ALERT = ("#alerts", Kind.CONTACT_ALERT)
NOTICE = ("#alerts", Kind.SANCTION_NOTICE)
TOLD = ("fran", Kind.CONTACT_DECIDED)
LYNN = replace(LEE, id=StaffId("lynn"), name="Lynn Lawyer", accounts=frozenset())
LEO = replace(LYNN, id=StaffId("leo"), name="Leo Lawyer", active=False)


class Disengaging(Working):
    async def contact(self) -> EntryNo:
        self.memory.clock.forward(hours=1)
        logged = await self.does(FRAN, LogContact("letter", self.memory.clock.now(), GRANT))
        return logged.added[0].no

    def alerted(self) -> set[str]:
        """The cases about whose contacts the channel was alerted."""
        return {m.about["case"] for m in self.memory.messages if m.kind is Kind.CONTACT_ALERT}


async def test_a_contact_from_someone_we_disengaged_from_alerts_the_channel() -> None:
    work = Disengaging()
    await work.disengaged()
    contact = await work.contact()
    assert work.heard == {ALERT}
    assert work.last[0].about == {"case": "casey", "contact": str(contact)}


async def test_when_it_is_assessed_the_alert_is_drawn_anew() -> None:
    work = Disengaging()
    await work.disengaged()
    contact = await work.contact()
    [alert] = work.last
    await work.does(ASHA, AssessContact(contact, Relation.SAME, Response.NOT_RE_ENGAGED))
    assert (work.heard, work.redrawn) == ({TOLD}, {ALERT})
    assert [message.redraws for message in work.last if message.redraws] == [alert.key]


async def test_whoever_logged_it_hears_what_somebody_else_decides_and_only_then() -> None:
    work = Disengaging()
    await work.disengaged()
    contact = await work.contact()
    await work.does(FRAN, AssessContact(contact, Relation.UNSURE, Response.MANAGER_ASKED))
    assert TOLD not in work.heard
    await work.does(MORGAN, AssessContact(contact, Relation.DIFFERENT, Response.ANSWERED))
    assert work.heard == {TOLD}
    [told] = [m for m in work.last if m.kind is Kind.CONTACT_DECIDED]
    assert told.about == {"case": "casey", "contact": str(contact), "for": "fran"}
    await work.does(MORGAN, AssessContact(contact, Relation.SAME, Response.NOT_RE_ENGAGED))
    assert TOLD in work.heard & work.redrawn, "what was said first is no longer true"
    assert told.key in {message.redraws for message in work.last}
    await work.does(FRAN, AssessContact(contact, Relation.SAME, Response.NOTICE_REISSUED))
    assert TOLD not in work.heard
    assert TOLD in work.redrawn


async def test_whoever_is_asked_about_what_they_logged_hears_the_question_alone() -> None:
    work = Disengaging()
    await work.disengaged()
    work.memory.clock.forward(hours=1)
    logged = await work.does(MORGAN, LogContact("letter", work.memory.clock.now(), GRANT))
    contact = logged.added[0].no
    await work.does(ASHA, AssessContact(contact, Relation.UNSURE, Response.MANAGER_ASKED))
    assert work.heard == {("morgan", Kind.CONTACT_QUESTION)}


async def test_a_manager_is_asked_and_the_question_is_drawn_anew_once_answered() -> None:
    work = Disengaging()
    await work.disengaged()
    contact = await work.contact()
    await work.does(ASHA, AssessContact(contact, Relation.UNSURE, Response.MANAGER_ASKED))
    question = ("morgan", Kind.CONTACT_QUESTION)
    assert (work.heard, work.redrawn) == ({question, TOLD}, {ALERT})
    asked = next(m for m in work.last if m.kind is Kind.CONTACT_QUESTION)
    assert asked.about == {"case": "casey", "contact": str(contact), "for": "morgan"}
    await work.does(MORGAN, AssessContact(contact, Relation.DIFFERENT, Response.ANSWERED))
    assert (work.heard, work.redrawn) == ({TOLD}, {ALERT, question, TOLD})
    assert asked.key in {message.redraws for message in work.last}


async def test_assessing_one_contact_leaves_the_alerts_of_others_as_they_are() -> None:
    work = Disengaging()
    await work.disengaged()
    await work.contact()
    second = await work.contact()
    [alert] = work.last
    await work.does(ASHA, AssessContact(second, Relation.SAME, Response.NOTICE_REISSUED))
    assert [message.redraws for message in work.last if message.redraws] == [alert.key]


async def test_a_contact_of_a_person_bound_by_anothers_measure_alerts_the_channel() -> None:
    work = Disengaging()
    work.memory.know(PAT)
    notice = await work.disengaged()
    await work.report(customer=PAT.id)
    pats = CaseId(PAT.id)
    contact = LogContact("letter", work.memory.clock.now(), GRANT)
    await work.service.carry_out(ASHA.id, pats, contact, work.delivery())
    assert pats not in work.alerted()
    await work.agreed(ExtensionMatter(notice, PAT.id, "Pat calls on Casey's behalf."))
    assert NOTICE in work.heard
    await work.service.carry_out(ASHA.id, pats, contact, work.delivery())
    assert pats in work.alerted()


async def test_a_disengagement_that_changes_or_ends_is_published_and_one_continued_is_not() -> None:
    work = Disengaging()
    no = await work.disengaged()
    year = work.memory.clock.now().date() + timedelta(days=365)
    go_on, change = DisengagementOutcome.CONTINUE, DisengagementOutcome.CHANGE
    await work.agreed(DisengagementReviewMatter(no, go_on, "Still needed.", year))
    assert NOTICE not in work.heard
    topics = (GRANT, HEDGE)
    await work.agreed(DisengagementReviewMatter(no, change, "Also hedges.", year, topics))
    assert NOTICE in work.heard
    work.memory.clock.forward(days=731)
    end = DisengagementOutcome.RE_ENGAGE
    await work.agreed(DisengagementReviewMatter(no, end, "All is calm."))
    assert NOTICE in work.heard


async def test_every_active_colleague_of_legal_is_asked_and_whoever_asked_hears_the_answer() -> (
    None
):
    work = Disengaging()
    work.memory.employ(LYNN, LEO)
    await work.report()
    asked = await work.does(ASHA, RequestLegalAdvice("How far may we go?"))
    request = asked.added[0].no
    wanted = {("lee", Kind.ADVICE_WANTED), ("lynn", Kind.ADVICE_WANTED)}
    assert work.heard == wanted
    assert {m.about["request"] for m in work.last} == {str(request)}
    await work.does(LEE, RecordLegalAdvice(request, "Keep payments going."))
    assert (work.heard, work.redrawn) == ({("asha", Kind.ADVICE_GIVEN)}, wanted)


async def test_an_owner_who_records_what_legal_said_needs_not_hear_it() -> None:
    work = Disengaging()
    await work.report()
    asked = await work.does(ASHA, RequestLegalAdvice("How far may we go?"))
    await work.does(ASHA, RecordLegalAdvice(asked.added[0].no, "Keep payments going."))
    assert (work.heard, work.redrawn) == (set(), {("lee", Kind.ADVICE_WANTED)})


async def test_a_person_whom_a_measure_shall_bind_must_be_known_to_us() -> None:
    work = Disengaging()
    notice = await work.disengaged()
    stranger = ExtensionMatter(notice, PAT.id, "Pat calls on Casey's behalf.")
    assert (await work.refuses(ASHA, Propose(stranger))).rule == "unknown-customer"


async def test_a_change_looks_up_whom_else_the_disengagement_binds() -> None:
    work = Disengaging()
    work.memory.know(replace(PAT, kinds=frozenset({CustomerKind.SITE_OWNER})))
    notice = await work.disengaged()
    await work.agreed(ExtensionMatter(notice, PAT.id, "They share a telephone."))
    year = work.memory.clock.now().date() + timedelta(days=365)
    outcome = DisengagementOutcome.CHANGE
    complete = DisengagementReviewMatter(notice, outcome, "It went on.", year, topics=())
    refusal = await work.refuses(ASHA, Propose(complete))
    assert refusal.rule == "site-owner-partial-only"


async def test_a_contact_of_somebody_bound_too_is_alerted_while_it_binds_them() -> None:
    working = Disengaging()
    sanction = await working.sanctioned()
    working.memory.know(PAT)
    await working.agreed(ExtensionMatter(sanction, PAT.id, "The same calls."), MORGAN)
    working.memory.clock.forward(hours=1)
    contact = LogContact("phone", working.memory.clock.now(), GRANT, person=PAT.id)
    await working.does(FRAN, contact)
    assert working.heard == {ALERT}
    await working.agreed(ReviewMatter(sanction, ReviewOutcome.LIFT, "It is enough."), MORGAN)
    await working.does(FRAN, contact)
    assert working.heard == set()
