"""Who hears at once of an immediate threat, and of a proposal that has gone up the line."""

from dataclasses import replace
from datetime import date

from core.case.commands import (
    Approve,
    GiveInformation,
    Propose,
    RecordReferral,
    Reject,
    Remind,
    RequestInformation,
    Withdraw,
)
from core.case.events import DutyKind
from core.case.proposals import Grounds
from core.services.messages import Kind
from core.vocabulary.ids import SYSTEM, EntryNo
from core.vocabulary.people import Role, StaffMember
from tests.core.extreme import BOTH, POLICE
from tests.core.services.working import Working, hearer
from tests.core.story import WARNING
from tests.core.waiting import away
from tests.support.people import ASHA, CLEO, DANA, DEVI, MORGAN, NOOR, SENA, member

DEE = member("Dee Director", "director", "Marine", CLEO, Role.DIRECTOR)


async def alerted(*colleagues: StaffMember, by: StaffMember = ASHA) -> set[str]:
    """Who hears of a threat that ``by`` reports, with ``colleagues`` as given."""
    work = Working()
    work.memory.employ(*colleagues)
    await work.report(by=by, extreme=True)
    return {who for who, kind in work.heard if kind is Kind.EXTREME_ALERT}


async def test_directors_the_managers_below_them_and_the_customer_focus_team_hear_at_once() -> None:
    heard = await alerted(DEE)
    assert heard == {"dana", "dee", "morgan", "devi", "#customer-focus"}


async def test_the_alert_holds_no_detail() -> None:
    work = Working()
    outcome = await work.report(extreme=True)
    alerts = [m for m in work.last if m.kind is Kind.EXTREME_ALERT]
    for message in alerts:
        about = {key: value for key, value in message.about.items() if key != "for"}
        assert about == {"case": "casey", "incident": str(outcome.added[-1].no)}


async def test_the_deputy_hears_in_place_of_whoever_is_away() -> None:
    heard = await alerted(DEE, away(DANA, NOOR), away(MORGAN))
    assert heard == {"noor", "dee", "devi", "#customer-focus"}


async def test_when_all_directors_are_away_without_deputies_they_hear_all_the_same() -> None:
    heard = await alerted(away(DANA))
    assert heard == {"dana", "morgan", "devi", "#customer-focus"}


async def test_whoever_left_or_reports_it_does_not_hear() -> None:
    assert await alerted(replace(DEVI, active=False), by=MORGAN) == {"dana", "#customer-focus"}


async def test_the_line_is_told_up_to_the_grade_that_decides() -> None:
    heard = await alerted(replace(DANA, roles=frozenset(), grade="deputy-director"), DEE)
    assert heard == {"dee", "morgan", "devi", "dana", "cleo", "#customer-focus"}


async def test_other_behaviour_alerts_nobody() -> None:
    work = Working()
    await work.report()
    assert work.heard == {("asha", Kind.INCIDENT_RECORDED)}


async def test_a_later_threat_in_a_case_that_stands_alerts_too() -> None:
    work = Working()
    await work.report()
    await work.report(extreme=True)
    assert ("dana", Kind.EXTREME_ALERT) in work.heard


async def test_from_the_report_of_a_threat_to_a_directors_decision() -> None:
    work = Working()
    await work.report(extreme=True)
    matter = replace(work.sanctions(), grounds=Grounds.EXTREME)
    proposed = await work.does(ASHA, Propose(matter))
    assert ("dana", Kind.APPROVAL_REQUEST) in work.heard
    await work.does(DANA, Approve(proposed.added[0].no, BOTH))
    assert work.heard == {
        ("asha", Kind.DECISION_MADE),
        ("dana", Kind.DECISION_TO_TELL),
        ("#alerts", Kind.SANCTION_NOTICE),
    }


async def unanswered(work: Working, no: EntryNo, day: date) -> None:
    clock = work.memory.clock
    clock.forward(days=(day - clock.now().date()).days)
    await work.does(SYSTEM, Remind(DutyKind.DECIDE_PROPOSAL, no, "escalate", day))


async def test_a_proposal_that_goes_up_reaches_the_new_approver_and_every_copy_is_redrawn() -> None:
    work = Working()
    no = await work.proposed(by=SENA)
    await unanswered(work, no, date(2025, 3, 6))
    assert work.heard == {("devi", Kind.APPROVAL_REQUEST), ("#customer-focus", Kind.REMINDER)}
    copies = {
        ("morgan", Kind.APPROVAL_REQUEST),
        ("#customer-focus", Kind.APPROVAL_NOTICE),
        ("sena", Kind.PROPOSAL_STATUS),
    }
    assert work.redrawn == copies
    [reminder] = [m for m in work.last if m.kind is Kind.REMINDER]
    assert reminder.about["approver"] == "devi"
    await work.does(DEVI, Approve(no))
    assert work.redrawn == copies | {("devi", Kind.APPROVAL_REQUEST)}


async def test_when_nobody_is_left_the_customer_focus_team_is_told() -> None:
    work = Working()
    work.memory.employ(*(replace(who, active=False) for who in (DEVI, DANA, CLEO)))
    no = await work.proposed(by=SENA)
    await unanswered(work, no, date(2025, 3, 6))
    assert work.heard == {("morgan", Kind.REMINDER), ("#customer-focus", Kind.REMINDER)}
    assert work.redrawn == set()
    assert all("approver" not in message.about for message in work.last)


async def a_threat(*colleagues: StaffMember) -> tuple[Working, set[tuple[str, Kind]]]:
    """Reported; with who was alerted of it."""
    work = Working()
    work.memory.employ(*colleagues)
    await work.report(extreme=True)
    return work, {(who, kind) for who, kind in work.heard if kind is Kind.EXTREME_ALERT}


def redrawn_alerts(work: Working) -> list[tuple[str, Kind]]:
    messages = [m for m in work.last if m.kind is Kind.EXTREME_ALERT and m.redraws is not None]
    return sorted((hearer(m), m.kind) for m in messages)


async def test_each_step_of_what_is_proposed_redraws_the_alert_once_for_each_reader() -> None:
    work, heard = await a_threat(DEE)
    at_once = replace(work.sanctions(), grounds=Grounds.EXTREME)
    no = (await work.does(ASHA, Propose(at_once))).added[0].no
    assert redrawn_alerts(work) == sorted(heard)
    await work.does(DANA, RequestInformation(no, "Who saw it?"))
    assert redrawn_alerts(work) == sorted(heard)
    await work.does(ASHA, GiveInformation(no, "The ranger."))
    assert redrawn_alerts(work) == sorted(heard)
    await work.does(DANA, Approve(no, BOTH))
    assert redrawn_alerts(work) == sorted(heard)
    await work.does(DANA, RecordReferral(no, replace(POLICE, reference="CAD 456")))
    assert redrawn_alerts(work) == sorted(heard)


async def test_what_comes_to_nothing_redraws_it_too() -> None:
    work, heard = await a_threat()
    at_once = replace(work.sanctions(), grounds=Grounds.EXTREME)
    for end in (Reject, Withdraw):
        no = (await work.does(ASHA, Propose(at_once))).added[0].no
        await work.does(DANA if end is Reject else ASHA, end(no, "Not so."))
        assert redrawn_alerts(work) == sorted(heard)


async def test_those_who_were_alerted_then_are_whose_alerts_are_redrawn() -> None:
    """Whoever came back, left or moved meanwhile."""
    work, heard = await a_threat(DEE, away(DANA, NOOR))
    work.memory.employ(DANA, replace(DEE, roles=frozenset()), replace(MORGAN, active=False))
    at_once = replace(work.sanctions(), grounds=Grounds.EXTREME)
    await work.does(ASHA, Propose(at_once))
    assert redrawn_alerts(work) == sorted(heard)
    assert ("noor", Kind.EXTREME_ALERT) in heard


async def test_every_alert_of_the_case_is_redrawn() -> None:
    work, heard = await a_threat()
    await work.report(extreme=True)
    at_once = replace(work.sanctions(), grounds=Grounds.EXTREME)
    await work.does(ASHA, Propose(at_once))
    assert redrawn_alerts(work) == sorted([*heard, *heard])


async def test_what_has_nothing_to_do_with_the_threat_redraws_no_alert() -> None:
    work, _ = await a_threat()
    no = (await work.does(ASHA, Propose(WARNING))).added[0].no
    assert redrawn_alerts(work) == []
    await work.does(MORGAN, Approve(no))
    assert redrawn_alerts(work) == []
