"""What cannot be passed on is not tried again before anything changes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.standing_in import StandInSweep
from core.case.commands import CaseCommand, LogContact, RequestInformation
from core.services.messages import Kind
from tests.bot.test_standing_in import sweeper
from tests.core.services.working import Working
from tests.core.waiting import away
from tests.support.people import ASHA, DANA, DEVI, MORGAN, NOOR, SENA

PROMOTED = replace(NOOR, grade=DEVI.grade)


Stuck = tuple[Working, StandInSweep, list[CaseCommand]]


@pytest.fixture
async def stuck(monkeypatch: pytest.MonkeyPatch) -> Stuck:
    """Sena's proposal waits for Morgan, whose deputy is of Sena's grade, and was tried once."""
    work, tried = Working(), list[CaseCommand]()
    work.memory.employ(replace(NOOR, grade=SENA.grade))
    await work.proposed(by=SENA)
    work.memory.employ(away(MORGAN, NOOR))
    carry_out = work.service.carry_out

    async def counted(actor, case, command, delivery):  # type: ignore[no-untyped-def]
        tried.append(command)
        return await carry_out(actor, case, command, delivery)

    monkeypatch.setattr(work.service, "carry_out", counted)
    bot = sweeper(work)
    assert await bot.sweep() == 0
    assert len(tried) == 1
    return work, bot, tried


async def test_it_is_left_alone_while_nothing_changes(stuck: Stuck) -> None:
    work, bot, tried = stuck
    for _ in range(60):
        work.memory.clock.forward(minutes=1)
        assert await bot.sweep() == 0
    assert len(tried) == 1


def _the_deputy_is_promoted(work: Working) -> None:
    work.memory.employ(PROMOTED)


def _the_proposer_is_of_another_grade(work: Working) -> None:
    work.memory.employ(replace(NOOR, grade=MORGAN.grade), replace(SENA, grade=ASHA.grade))


def _another_deputy_is_named(work: Working) -> None:
    work.memory.employ(away(MORGAN, DANA))


@pytest.mark.parametrize(
    "change",
    [_the_deputy_is_promoted, _the_proposer_is_of_another_grade, _another_deputy_is_named],
)
async def test_once_somebody_else_is_there_it_is_passed_on(
    stuck: Stuck, change: Callable[[Working], None]
) -> None:
    work, bot, _ = stuck
    change(work)
    assert await bot.sweep() == 1
    assert await bot.sweep() == 0


async def test_it_is_tried_once_on_every_other_day(stuck: Stuck) -> None:
    work, bot, tried = stuck
    for day in range(2, 5):
        work.memory.clock.forward(days=1)
        assert await bot.sweep() + await bot.sweep() == 0
        assert len(tried) == day


async def test_it_is_tried_once_when_the_case_has_moved_on(stuck: Stuck) -> None:
    work, bot, tried = stuck
    await work.does(ASHA, LogContact("letter", work.memory.clock.now(), "Otters"))
    before = len(tried)
    assert await bot.sweep() + await bot.sweep() == 0
    assert len(tried) == before + 1


async def test_what_is_remembered_decides_nothing(stuck: Stuck) -> None:
    """Another replica, or the same one after it was killed, comes to the same."""
    work, _, tried = stuck
    assert await sweeper(work).sweep() == 0
    assert len(tried) == 2
    work.memory.employ(PROMOTED)
    assert [await sweeper(work).sweep() for _ in range(2)] == [1, 0]
    asked = [m for m in work.memory.messages if m.kind is Kind.APPROVAL_REQUEST and not m.redraws]
    assert len(asked) == 2


async def test_what_failed_for_another_reason_is_tried_again(
    stuck: Stuck, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, bot, _ = stuck
    work.memory.employ(PROMOTED)
    service = work.service.carry_out

    async def in_trouble(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(work.service, "carry_out", in_trouble)
    assert await bot.sweep() == 0
    monkeypatch.setattr(work.service, "carry_out", service)
    assert await bot.sweep() == 1


async def test_the_proposer_who_stands_in_themselves_is_tried_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work, tried = Working(), list[object]()
    no = await work.proposed(by=SENA)
    await work.does(MORGAN, RequestInformation(no, "Who heard it?"))
    work.memory.employ(away(MORGAN, SENA))
    carry_out = work.service.carry_out

    async def counted(*request: object) -> object:
        tried.append(request)
        return await carry_out(*request)  # type: ignore[arg-type]

    monkeypatch.setattr(work.service, "carry_out", counted)
    bot = sweeper(work)
    assert [await bot.sweep() for _ in range(5)] == [0] * 5
    assert len(tried) == 1
