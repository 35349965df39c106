"""Several at once: one is first, and the others meet what stands then."""

import asyncio

from core.case.commands import (
    Approve,
    LogContact,
    Propose,
    Withdraw,
)
from core.case.evolve import fold
from core.services.deciding.keeping import ATTEMPTS
from core.services.deciding.policy_service import Outcome
from core.vocabulary.refusal import Refused
from tests.core.services.deciding.durable import kept
from tests.core.services.working import Working
from tests.core.story import WARNING
from tests.support.people import ASHA, DEVI, FRAN, MORGAN, SENA


async def test_two_first_reports_at_once_meet_in_one_case() -> None:
    work = Working()
    one, other = await asyncio.gather(
        work.service.report(ASHA.id, work.incident(), "one"),
        work.service.report(SENA.id, work.incident(), "other"),
    )
    assert one.case.id == other.case.id
    assert {i.reported_by for i in fold(kept(work)).incidents} == {ASHA.id, SENA.id}
    assert len(work.memory.store.summaries) == 1


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
