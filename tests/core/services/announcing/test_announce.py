"""Who hears of what, and which earlier copies are drawn anew."""

import re
from dataclasses import replace

from core.case.commands import (
    Approve,
    GiveInformation,
    LogContact,
    Propose,
    RecordCustomerTold,
    RecordWarningGiven,
    Reject,
    Remind,
    RequestInformation,
    Withdraw,
)
from core.case.events import DutyKind
from core.case.proposals import ReviewMatter, ReviewOutcome
from core.case.terms import NamedContactTerms, SanctionTerms
from core.services.messages import Kind
from core.vocabulary.ids import SYSTEM
from tests.core.services.working import Working
from tests.core.story import IN_WRITING, POLICY, WARNING
from tests.support.people import ASHA, DEVI, FRAN, MORGAN, SENA

COPIES = {
    ("morgan", Kind.APPROVAL_REQUEST),
    ("#customer-focus", Kind.APPROVAL_NOTICE),
    ("sena", Kind.PROPOSAL_STATUS),
}


async def test_the_reporter_is_told_what_to_do_next() -> None:
    work = Working()
    await work.report(by=SENA)
    assert work.heard == {("sena", Kind.INCIDENT_RECORDED)}
    [message] = work.last
    assert message.about == {"case": "casey", "incident": "2", "for": "sena"}


async def test_a_proposal_goes_to_the_approver_the_customer_focus_team_and_the_proposer() -> None:
    work = Working()
    no = await work.proposed(by=SENA)
    assert work.heard == COPIES
    by_kind = {message.kind: message for message in work.last}
    assert by_kind[Kind.APPROVAL_NOTICE].about == {"case": "casey", "proposal": str(no)}
    assert by_kind[Kind.APPROVAL_REQUEST].about["for"] == "morgan"


async def test_an_approved_warning_is_given_by_the_owner_and_every_copy_is_redrawn() -> None:
    work = Working()
    no = await work.proposed(by=SENA)
    originals = {message.key for message in work.last}
    await work.does(MORGAN, Approve(no))
    assert work.redrawn == COPIES
    assert {m.redraws for m in work.last if m.redraws} == originals
    assert work.heard == {("sena", Kind.DECISION_MADE), ("asha", Kind.WARNING_TO_GIVE)}
    await work.does(ASHA, RecordWarningGiven(no, work.memory.clock.now(), "letter"))
    assert (work.heard, work.redrawn) == (set(), {("asha", Kind.WARNING_TO_GIVE)})


async def test_the_owner_who_proposed_it_hears_of_the_decision_once() -> None:
    work = Working()
    no = await work.proposed(by=ASHA)
    await work.does(MORGAN, Reject(no, "Talk first."))
    decisions = [m for m in work.last if m.kind is Kind.DECISION_MADE]
    assert [m.about["for"] for m in decisions] == ["asha"]
    assert not [m for m in work.last if m.kind is Kind.WARNING_TO_GIVE]


async def test_nobody_hears_of_their_own_act() -> None:
    work = Working()
    no = await work.proposed(by=SENA)
    await work.does(SENA, Withdraw(no))
    assert work.redrawn == COPIES
    assert work.heard == {("asha", Kind.DECISION_MADE)}


async def test_a_question_goes_to_the_proposer_and_the_answer_to_who_asked() -> None:
    work = Working()
    no = await work.proposed(by=SENA)
    await work.does(DEVI, RequestInformation(no, "Who heard it?"))
    assert work.heard == {("sena", Kind.QUESTION_ASKED)}
    assert work.redrawn == COPIES
    await work.does(ASHA, GiveInformation(no, "I did."))
    assert work.heard == {("devi", Kind.QUESTION_ANSWERED)}
    assert work.redrawn == COPIES | {("sena", Kind.QUESTION_ASKED)}
    await work.does(MORGAN, Approve(no))
    asked_and_answered = {("sena", Kind.QUESTION_ASKED), ("devi", Kind.QUESTION_ANSWERED)}
    assert work.redrawn == COPIES | asked_and_answered


async def test_sanctions_that_come_into_force_together_are_published_once() -> None:
    work = Working()
    await work.sanctioned(IN_WRITING, SanctionTerms("named-contact", NamedContactTerms(FRAN.id)))
    notices = [m for m in work.last if m.kind is Kind.SANCTION_NOTICE]
    assert [m.about for m in notices] == [{"case": "casey"}]
    assert ("#alerts", Kind.SANCTION_NOTICE) in work.heard


async def test_a_review_that_lifts_is_published_and_one_that_keeps_is_not() -> None:
    work = Working()
    sanction = await work.sanctioned()
    day = work.memory.clock.now().date().replace(month=5)
    kept = await work.does(
        ASHA, Propose(ReviewMatter(sanction, ReviewOutcome.KEEP, "Still needed.", day))
    )
    await work.does(MORGAN, Approve(kept.added[0].no))
    assert work.heard == {("asha", Kind.DECISION_MADE)}
    lift = await work.does(
        ASHA, Propose(ReviewMatter(sanction, ReviewOutcome.LIFT, "All is calm."))
    )
    await work.does(MORGAN, Approve(lift.added[0].no))
    assert work.heard == {("asha", Kind.DECISION_TO_TELL), ("#alerts", Kind.SANCTION_NOTICE)}


async def test_whoever_tells_the_customer_hears_of_a_decision_once() -> None:
    work = Working()
    await work.does(MORGAN, Approve(await work.proposed(by=ASHA)))
    assert work.heard == {("asha", Kind.WARNING_TO_GIVE)}


async def test_of_a_review_that_one_person_settles_the_owner_is_told_and_nobody_is_asked() -> None:
    review = replace(POLICY.review, needs_sign_off=frozenset())
    work = Working(replace(POLICY, review=review))
    sanction = await work.sanctioned()
    await work.does(SENA, Propose(ReviewMatter(sanction, ReviewOutcome.LIFT, "All is calm.")))
    assert work.heard == {("asha", Kind.DECISION_TO_TELL), ("#alerts", Kind.SANCTION_NOTICE)}
    assert work.redrawn == set()


async def test_whoever_tells_the_customer_is_asked_to_until_it_is_recorded() -> None:
    work = Working()
    sanction = await work.sanctioned()
    decision = (await work.service.case(work.case)).sanctions[sanction].proposal
    [asked] = [m for m in work.last if m.kind is Kind.DECISION_TO_TELL]
    assert asked.about == {"case": "casey", "decision": str(decision), "for": "asha"}
    await work.does(ASHA, RecordCustomerTold(decision, work.memory.clock.now(), "letter"))
    assert (work.heard, [m.redraws for m in work.last]) == (set(), [asked.key])


async def test_a_contact_alerts_only_while_a_sanction_is_in_force() -> None:
    work = Working()
    await work.report()
    now = work.memory.clock.now()
    await work.does(FRAN, LogContact("phone", now, "Grant"))
    assert work.heard == set()
    other = Working()
    await other.sanctioned()
    outcome = await other.does(FRAN, LogContact("phone", other.memory.clock.now(), "Grant"))
    [alert] = other.last
    assert alert.kind is Kind.CONTACT_ALERT
    assert alert.about == {"case": "casey", "contact": str(outcome.added[0].no)}


async def test_a_reminder_goes_to_the_channel_the_owner_and_their_line_manager() -> None:
    work = Working()
    sanction = await work.sanctioned()
    [in_force] = (await work.service.case(work.case)).in_force
    clock = work.memory.clock
    clock.forward(days=(in_force.review_on - clock.now().date()).days)
    command = Remind(DutyKind.REVIEW_SANCTION, sanction, "on-the-day", in_force.review_on)
    await work.does(SYSTEM, command)
    reviews = {("#reviews", Kind.REMINDER)}
    assert work.heard == reviews | {
        ("asha", Kind.REMINDER),
        ("morgan", Kind.REMINDER),
    }
    for message in work.last:
        about = dict(message.about)
        about.pop("for", None)
        assert about == {
            "case": "casey",
            "duty": "review-sanction",
            "about": str(sanction),
            "due_on": in_force.review_on.isoformat(),
            "step": "on-the-day",
            "step_on": in_force.review_on.isoformat(),
        }


async def test_an_owner_who_left_is_not_reminded_but_those_above_are() -> None:
    work = Working()
    sanction = await work.sanctioned()
    [in_force] = (await work.service.case(work.case)).in_force
    work.memory.employ(replace(ASHA, active=False), replace(MORGAN, active=False))
    clock = work.memory.clock
    clock.forward(days=(in_force.review_on - clock.now().date()).days)
    await work.does(
        SYSTEM, Remind(DutyKind.REVIEW_SANCTION, sanction, "on-the-day", in_force.review_on)
    )
    people = {who for who, _ in work.heard if not who.startswith("#")}
    assert people == {"devi"}


async def test_messages_hold_ids_and_never_words() -> None:
    work = Working()
    await work.sanctioned()
    await work.does(ASHA, Propose(WARNING))
    assert len({message.key for message in work.memory.messages}) == len(work.memory.messages)
    for message in work.memory.messages:
        for value in (message.key, *message.about.values()):
            assert re.fullmatch(r"[a-z0-9/#-]+", value)
