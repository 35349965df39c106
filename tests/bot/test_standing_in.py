"""What waits for somebody who went away reaches their deputy, once, and comes back."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.standing_in import StandInSweep
from core.case.commands import Approve, Propose
from core.case.events import ProposalMade
from core.services.messages import Kind
from core.vocabulary.ids import CustomerId, StaffId
from tests.core.services.working import Working
from tests.core.story import CASEY, POLICY, WARNING
from tests.core.waiting import FIRST_DAY, away
from tests.support.people import ASHA, DEVI, MORGAN, NOOR, SENA


async def sweep(work: Working, times: int = 1) -> int:
    """How many were passed on; what that made us say stands in ``work.last``."""
    before, passed_on = len(work.memory.messages), 0
    for _ in range(times):
        passed_on += await sweeper(work).sweep()
    work.last = tuple(work.memory.messages[before:])
    return passed_on


def sweeper(work: Working) -> StandInSweep:
    """One that remembers nothing yet, as after a restart."""
    return StandInSweep(POLICY, work.service, work.memory.desk)


async def test_the_deputy_gets_the_request_once_and_every_copy_is_redrawn() -> None:
    work = Working()
    no = await work.proposed()
    work.memory.employ(away(MORGAN, NOOR))
    assert await sweep(work, times=3) == 1
    assert work.heard == {("noor", Kind.APPROVAL_REQUEST)}
    copies = {
        ("morgan", Kind.APPROVAL_REQUEST),
        ("#customer-focus", Kind.APPROVAL_NOTICE),
        ("asha", Kind.PROPOSAL_STATUS),
    }
    assert work.redrawn == copies
    await work.does(NOOR, Approve(no))
    assert work.redrawn == copies | {("noor", Kind.APPROVAL_REQUEST)}


async def test_an_absence_recorded_for_later_reaches_the_deputy_on_its_first_day() -> None:
    work = Working()
    await work.proposed()
    work.memory.employ(away(MORGAN, NOOR, first=FIRST_DAY + timedelta(days=1)))
    assert await sweep(work) == 0
    work.memory.clock.forward(days=1)
    assert await sweep(work) == 1
    assert ("noor", Kind.APPROVAL_REQUEST) in work.heard


async def test_whoever_is_back_is_asked_again() -> None:
    work = Working()
    await work.proposed()
    work.memory.employ(away(MORGAN, NOOR))
    await sweep(work)
    work.memory.employ(MORGAN)
    assert await sweep(work, times=2) == 1
    assert work.heard == {("morgan", Kind.APPROVAL_REQUEST)}
    assert ("noor", Kind.APPROVAL_REQUEST) in work.redrawn


async def test_again_and_again_on_one_day() -> None:
    """Away, back and away again: each time somebody is asked."""
    work = Working()
    await work.proposed()
    for staff, asked in ((away(MORGAN, NOOR), "noor"), (MORGAN, "morgan")) * 2:
        work.memory.employ(staff)
        assert await sweep(work) == 1
        assert work.heard == {(asked, Kind.APPROVAL_REQUEST)}


@pytest.mark.parametrize("deputy", [None, SENA])
async def test_without_somebody_who_may_decide_nobody_hears(deputy: object) -> None:
    work = Working()
    await work.proposed()
    work.memory.employ(away(MORGAN, deputy))  # type: ignore[arg-type]
    assert await sweep(work) == 0
    assert work.last == ()


async def test_while_everybody_is_here_no_case_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Working()
    await work.proposed()
    work.memory.employ(away(DEVI, NOOR))
    monkeypatch.setattr(work.service, "carry_out", None)
    monkeypatch.setattr(type(work.memory.desk.directory), "people", None)
    assert await sweep(work) == 0


async def test_one_that_fails_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    work = Working()
    await work.proposed()
    pat = replace(CASEY, id=CustomerId("pat"), reference="CUS-2", name="Pat Partner", emails=())
    second = (await work.report(customer=pat)).case.id
    await work.service.carry_out(ASHA.id, second, Propose(WARNING), "second")
    work.memory.employ(away(MORGAN, NOOR))
    carry_out = work.service.carry_out

    async def but_not_caseys(actor, case, command, delivery):  # type: ignore[no-untyped-def]
        if case == "casey":
            raise OSError("Casey Customer")
        return await carry_out(actor, case, command, delivery)

    monkeypatch.setattr(work.service, "carry_out", but_not_caseys)
    with caplog.at_level(logging.INFO):
        assert await sweep(work) == 1
    assert "cannot be passed on" in caplog.text
    monkeypatch.setattr(work.service, "carry_out", carry_out)
    assert await sweep(work) == 1


async def test_two_replicas_at_once_pass_it_on_once() -> None:
    work = Working()
    await work.proposed()
    work.memory.employ(away(MORGAN, NOOR))
    page = await work.memory.desk.cases.away_or_stood_in(FIRST_DAY)
    [(summary, waiting)] = [(s, each) for s in page for each in s.waiting]
    done = [await sweeper(work)._pass_on(summary, waiting) for _ in range(2)]
    assert done == [True, False]


async def test_what_a_deputy_held_before_the_place_was_written_down_comes_back_too() -> None:
    work = Working()
    work.memory.employ(away(MORGAN, NOOR))
    await work.proposed()
    _as_kept_by_the_version_before(work)
    assert await sweep(work, times=2) == 1
    assert work.heard == set(), "Noor has the request already"
    assert ("noor", Kind.APPROVAL_REQUEST) in work.redrawn
    work.memory.employ(MORGAN)
    assert await sweep(work, times=2) == 1
    assert work.heard == {("morgan", Kind.APPROVAL_REQUEST)}


def _as_kept_by_the_version_before(work: Working) -> None:
    """And brought along by the migration."""
    store = work.memory.store
    for place, entry in enumerate(store.entries):
        if isinstance(entry.event, ProposalMade):
            store.entries[place] = replace(entry, event=replace(entry.event, in_place_of=None))
    for case, summary in store.summaries.items():
        unknown = tuple(replace(each, in_place_of=StaffId("")) for each in summary.awaiting)
        store.summaries[case] = replace(summary, awaiting=unknown, version=0)
