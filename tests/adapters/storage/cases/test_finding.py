"""Finding cases by what was last summarised of them."""

from datetime import date

import pytest

from adapters.storage import Storage
from core.case.events import DutyKind
from core.services.ports.desk import Commit
from core.services.summary import DISENGAGED, CaseSummary, Owed
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId
from tests.adapters.storage.samples import ASHA, CASEY, MORGAN, awaits, in_force, later, summary


async def keep(storage: Storage, *summaries: CaseSummary, delivery: str = "kept") -> None:
    await storage.store.commit(Commit(delivery, (), summaries=summaries))


def case(number: int, **about: object) -> CaseSummary:
    customer = CustomerId(f"c{number}")
    return summary(CaseId(f"case{number}"), customer, **about)  # type: ignore[arg-type]


def ids(found: tuple[CaseSummary, ...]) -> list[str]:
    return [summary.case for summary in found]


async def test_a_summary_is_read_back_whole(storage: Storage) -> None:
    kept = case(
        1,
        in_force=(in_force(date(2025, 6, 1)), in_force(date(2026, 3, 1), 6, DISENGAGED)),
        awaiting=(awaits(MORGAN, ASHA),),
        owed=(owes(ASHA, date(2025, 6, 1)),),
        remind_on=date(2025, 5, 25),
        also_bound=frozenset({CustomerId("c8"), CustomerId("c9")}),
    )
    await keep(storage, kept)
    assert await storage.cases.summary(kept.case) == kept
    assert await storage.cases.summary(CaseId("nobody")) is None


async def test_the_open_case_of_a_customer(storage: Storage) -> None:
    await keep(storage, case(1), case(2, is_open=False))
    assert await storage.cases.open_case_of(CustomerId("c1")) == "case1"
    assert await storage.cases.open_case_of(CustomerId("c2")) is None
    assert await storage.cases.open_case_of(CASEY.id) is None
    await keep(storage, case(1, is_open=False), delivery="closed")
    assert await storage.cases.open_case_of(CustomerId("c1")) is None


@pytest.mark.parametrize("typed", ["UCB-7K3F9Q", " ucb-7k3f9q ", "Ucb-7K3f9q\n"])
async def test_by_reference_however_it_is_typed(storage: Storage, typed: str) -> None:
    await keep(storage, case(1, reference="UCB-7K3F9Q"))
    assert await storage.cases.by_reference(typed) == "case1"
    assert await storage.cases.customers_of([typed, "UCB-NOBODY"]) == {typed: "c1"}


@pytest.mark.parametrize("typed", ["", "UCB-7K3F9", "%", "UCB\x00", "\ud83d"])
async def test_an_unknown_reference_finds_nothing(storage: Storage, typed: str) -> None:
    await keep(storage, case(1, reference="UCB-7K3F9Q"))
    assert await storage.cases.by_reference(typed) is None
    assert await storage.cases.customers_of([typed]) == {}


async def test_what_awaits_whom_the_oldest_first(storage: Storage) -> None:
    await keep(
        storage,
        case(1, awaiting=(awaits(MORGAN, ASHA, at=later(hours=2)),)),
        case(2, awaiting=(awaits(MORGAN, ASHA, 3), awaits(MORGAN, StaffId("sena"), 4))),
        case(3, awaiting=(awaits(StaffId("devi"), ASHA, at=later(hours=1)),)),
    )
    assert ids(await storage.cases.awaiting_decision_by(MORGAN)) == ["case2", "case1"]
    assert ids(await storage.cases.awaiting_decision_of(ASHA)) == ["case2", "case3", "case1"]
    assert await storage.cases.awaiting_decision_by(ASHA) == ()


async def test_what_was_decided_awaits_nobody(storage: Storage) -> None:
    await keep(storage, case(1, awaiting=(awaits(MORGAN, ASHA),)))
    await keep(storage, case(1), delivery="decided")
    assert await storage.cases.awaiting_decision_by(MORGAN) == ()
    assert await storage.cases.awaiting_decision_of(ASHA) == ()


def owes(staff: StaffId, due_on: date, about: int = 5) -> Owed:
    return Owed(DutyKind.REVIEW_SANCTION, EntryNo(about), staff, due_on)


async def test_what_is_owed_and_by_whom_the_soonest_first(storage: Storage) -> None:
    sena = StaffId("sena")
    june = [date(2025, 6, day) for day in range(1, 10)]
    await keep(
        storage,
        case(1, owed=(owes(ASHA, june[5]), owes(ASHA, june[3], 6))),
        case(2, owed=(owes(sena, june[2]),)),
        case(3, owed=(owes(ASHA, june[4]), owes(MORGAN, june[8], 9))),
        case(4),
    )
    assert ids(await storage.cases.owing()) == ["case2", "case1", "case3"]
    assert ids(await storage.cases.owing(limit=1)) == ["case2"]
    assert ids(await storage.cases.owing([ASHA])) == ["case1", "case3"]
    assert ids(await storage.cases.owing([ASHA, sena], 2)) == ["case2", "case1"]
    assert ids(await storage.cases.owing([MORGAN])) == ["case3"]
    assert await storage.cases.owing([]) == ()


async def test_what_is_done_is_owed_by_nobody(storage: Storage) -> None:
    await keep(storage, case(1, owed=(owes(ASHA, date(2025, 6, 1)),)))
    await keep(storage, case(1), delivery="done")
    assert await storage.cases.owing() == ()


async def test_reminders_due_the_earliest_first(storage: Storage) -> None:
    june = [date(2025, 6, day) for day in range(1, 10)]
    await keep(
        storage,
        case(1, remind_on=june[1]),
        case(2, in_force=(in_force(june[8]),), remind_on=june[0]),
        case(3, in_force=(in_force(june[0]),)),
    )
    assert ids(await storage.cases.reminders_due(june[0])) == ["case2"]
    assert ids(await storage.cases.reminders_due(june[1])) == ["case2", "case1"]
    assert ids(await storage.cases.reminders_due(june[1], limit=1)) == ["case2"]
    await keep(storage, case(2, in_force=(in_force(june[8]),)), delivery="reminded")
    assert ids(await storage.cases.reminders_due(june[8])) == ["case1"]


async def test_the_sanctions_log_page_by_page_by_reference(storage: Storage) -> None:
    some_day = date(2025, 6, 1)
    references = ["UCB-B", "UCB-A9", "UCB-C", "UCB-AB"]
    measures = (in_force(some_day),)
    await keep(
        storage,
        *(case(n, reference=r, in_force=measures) for n, r in enumerate(references)),
        case(8, reference="UCB-AA", remind_on=some_day),
    )
    log = await storage.cases.in_force()
    assert [entry.reference for entry in log] == ["UCB-A9", "UCB-AB", "UCB-B", "UCB-C"]
    assert await storage.cases.in_force(limit=2) == log[:2]
    assert await storage.cases.in_force("ucb-ab ", limit=1) == log[2:3]
    assert await storage.cases.in_force("UCB-C") == ()


async def test_what_ended_leaves_the_sanctions_log(storage: Storage) -> None:
    await keep(storage, case(1, in_force=(in_force(date(2025, 6, 1), 9, DISENGAGED),)))
    assert ids(await storage.cases.in_force()) == ["case1"]
    await keep(storage, case(1), delivery="re-engaged")
    assert await storage.cases.in_force() == ()


async def test_what_concerns_somebody(storage: Storage) -> None:
    """Their own open cases first, then those of others that bind them; each once."""
    one, two = CustomerId("c1"), CustomerId("c2")
    measures = (in_force(date(2025, 6, 1)),)
    await keep(
        storage,
        case(1, reference="UCB-B", in_force=measures, also_bound=frozenset({two})),
        case(2, reference="UCB-C"),
        case(3, reference="UCB-A", in_force=measures, also_bound=frozenset({one, two})),
        case(4, is_open=False),
    )
    assert ids(await storage.cases.concerning([one])) == ["case1", "case3"]
    assert ids(await storage.cases.concerning([two])) == ["case2", "case3", "case1"]
    assert ids(await storage.cases.concerning([two, one])) == ["case1", "case2", "case3"]
    assert await storage.cases.concerning([CustomerId("c4")]) == ()
    assert await storage.cases.concerning([]) == ()


async def test_what_binds_somebody_in_the_cases_of_others(storage: Storage) -> None:
    robin, sam = CustomerId("robin"), CustomerId("sam")
    measures = (in_force(date(2025, 6, 1)),)
    await keep(
        storage,
        case(2, in_force=measures, also_bound=frozenset({robin, sam})),
        case(1, in_force=measures, also_bound=frozenset({robin})),
        case(3, in_force=measures),
    )
    assert ids(await storage.cases.concerning([robin])) == ["case1", "case2"]
    assert ids(await storage.cases.concerning([sam])) == ["case2"]
    await keep(storage, case(2, also_bound=frozenset({sam})), delivery="lifted for one")
    assert ids(await storage.cases.concerning([robin])) == ["case1"]
    assert ids(await storage.cases.concerning([sam])) == ["case2"]
