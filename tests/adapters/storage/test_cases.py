"""Finding cases by what was last summarised of them."""

from datetime import date

import pytest

from adapters.storage import Storage
from core.services.ports import Commit
from core.services.summary import CaseSummary
from core.vocabulary.ids import CaseId, CustomerId, StaffId
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
        in_force=(in_force(date(2025, 6, 1), date(2025, 5, 25)),),
        awaiting=(awaits(MORGAN, ASHA),),
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


@pytest.mark.parametrize("typed", ["", "UCB-7K3F9", "%", "UCB\x00", "\ud83d"])
async def test_an_unknown_reference_finds_nothing(storage: Storage, typed: str) -> None:
    await keep(storage, case(1, reference="UCB-7K3F9Q"))
    assert await storage.cases.by_reference(typed) is None


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


async def test_reviews_until_a_day_the_soonest_first(storage: Storage) -> None:
    sena = StaffId("sena")
    june = [date(2025, 6, day) for day in range(1, 10)]
    await keep(
        storage,
        case(1, in_force=(in_force(june[5]), in_force(june[3], no=6))),
        case(2, in_force=(in_force(june[2]),), owner=sena),
        case(3, in_force=(in_force(june[4]),)),
        case(4),
    )
    assert ids(await storage.cases.reviews_until(june[1])) == []
    assert ids(await storage.cases.reviews_until(june[3])) == ["case2", "case1"]
    assert ids(await storage.cases.reviews_until(june[8])) == ["case2", "case1", "case3"]
    assert ids(await storage.cases.reviews_until(june[8], limit=1)) == ["case2"]
    assert ids(await storage.cases.reviews_until(june[8], [ASHA])) == ["case1", "case3"]
    assert ids(await storage.cases.reviews_until(june[8], [ASHA, sena], 2)) == ["case2", "case1"]
    assert await storage.cases.reviews_until(june[8], []) == ()


async def test_reminders_due(storage: Storage) -> None:
    june = [date(2025, 6, day) for day in range(1, 10)]
    await keep(
        storage,
        case(1, in_force=(in_force(june[8], june[1]),)),
        case(2, in_force=(in_force(june[8], june[0]), in_force(june[8], None, 6))),
        case(3, in_force=(in_force(june[0], None),)),
    )
    assert ids(await storage.cases.reminders_due(june[0])) == ["case2"]
    assert ids(await storage.cases.reminders_due(june[1])) == ["case2", "case1"]
    assert ids(await storage.cases.reminders_due(june[1], limit=1)) == ["case2"]
    await keep(storage, case(2, in_force=(in_force(june[8], None),)), delivery="reminded")
    assert ids(await storage.cases.reminders_due(june[8])) == ["case1"]
