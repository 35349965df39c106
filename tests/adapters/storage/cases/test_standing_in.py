"""Finding what waits for somebody who is away, or for whoever stands in for them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from adapters.storage import Storage
from core.services.ports.desk import Commit
from core.services.summary import Asked, Awaiting, CaseSummary
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.people import Absence
from tests.adapters.storage.samples import (
    ASHA,
    MORGAN,
    NOW,
    TODAY,
    awaits,
    person,
    recorded,
    summary,
)

NOOR: Final = StaffId("noor")
DEVI: Final = StaffId("devi")


def case(
    number: int, awaiting: Iterable[Awaiting] = (), asked: Iterable[Asked] = ()
) -> CaseSummary:
    customer = CustomerId(f"c{number}")
    plain = summary(CaseId(f"case{number}"), customer, awaiting=tuple(awaiting))
    return replace(plain, asked=tuple(asked))


def waits_for(staff: StaffId) -> Awaiting:
    return awaits(staff, ASHA)


def held_by(deputy: StaffId, away: StaffId) -> Awaiting:
    return Awaiting(EntryNo(4), deputy, ASHA, NOW, in_place_of=away)


async def keep(storage: Storage, *cases: CaseSummary, delivery: str = "kept") -> None:
    await storage.store.commit(Commit(delivery, (), summaries=cases))


async def goes_away(
    storage: Storage, *absences: Absence, staff: str = "Morgan Manager", version: int = 0
) -> None:
    await storage.store.commit(recorded(person(staff, absences=absences), version=version))


async def found(storage: Storage, day: date = TODAY) -> list[str]:
    return [summary.case for summary in await storage.cases.away_or_stood_in(day)]


async def test_what_waits_for_somebody_who_is_away_that_day(storage: Storage) -> None:
    asked = Asked(EntryNo(9), MORGAN)
    await keep(storage, case(1, [waits_for(MORGAN)]), case(2, asked=[asked]), case(3))
    await keep(storage, case(4, [waits_for(DEVI)]), delivery="of another")
    assert await found(storage) == []
    first, last = TODAY + timedelta(days=1), TODAY + timedelta(days=3)
    await goes_away(storage, Absence(first, last, NOOR))
    days = [TODAY + timedelta(days=day) for day in range(5)]
    assert [len(await found(storage, day)) for day in days] == [0, 2, 2, 2, 0]
    assert await found(storage, first) == ["case1", "case2"]


async def test_what_somebody_holds_in_the_place_of_another_on_any_day(storage: Storage) -> None:
    asked = Asked(EntryNo(9), NOOR, in_place_of=MORGAN)
    await keep(storage, case(1, [held_by(NOOR, MORGAN)]), case(2, asked=[asked]))
    assert await found(storage) == ["case1", "case2"]
    await keep(storage, case(1), case(2), delivery="decided")
    assert await found(storage) == []


async def test_nobody_takes_the_place_of_somebody_who_named_no_deputy(storage: Storage) -> None:
    await keep(storage, case(1, [waits_for(MORGAN)]))
    await goes_away(storage, Absence(TODAY, TODAY))
    assert await found(storage) == []
    await goes_away(storage, Absence(TODAY, TODAY, NOOR), version=1)
    assert await found(storage) == ["case1"]
    await goes_away(storage, version=2)
    assert await found(storage) == []


async def test_each_case_once_page_by_page(storage: Storage) -> None:
    everything = [waits_for(MORGAN), held_by(NOOR, MORGAN)]
    await keep(storage, *(case(number, everything) for number in range(1, 6)))
    await goes_away(storage, Absence(TODAY, TODAY, NOOR))
    after, pages = "", []
    while page := await storage.cases.away_or_stood_in(TODAY, after, 2):
        pages.append([summary.case for summary in page])
        after = page[-1].case
    assert pages == [["case1", "case2"], ["case3", "case4"], ["case5"]]


async def test_who_holds_what_is_read_back(storage: Storage) -> None:
    asked = Asked(EntryNo(9), NOOR, MORGAN, (ASHA, DEVI))
    kept = case(1, [held_by(NOOR, MORGAN)], [asked])
    await keep(storage, kept)
    assert await storage.cases.away_or_stood_in(TODAY) == (kept,)
    held = [(w.about, w.holder, w.asked, w.of_contact) for w in kept.waiting]
    assert held == [(4, MORGAN, NOOR, False), (9, MORGAN, NOOR, True)]
