"""A decision is made until it is kept, and a delivery that was carried out answers what stands."""

import pytest

from core.services.deciding.keeping import ATTEMPTS, Decided, Keeping
from core.services.ports.desk import AlreadyDone, Commit
from core.vocabulary.refusal import Refused, refuse
from tests.support.memory import MemoryDesk, memory_desk


class Deciding:
    """Answers how often it was decided; refuses once ``rule`` is set."""

    def __init__(self, memory: MemoryDesk, delivery: str = "once") -> None:
        self.memory = memory
        self.keeping = Keeping(memory.store, "Others are at it.")
        self.delivery = delivery
        self.changes = True
        self.rule = ""
        self.decided = 0

    async def decide(self) -> Decided[str]:
        self.decided += 1
        if self.rule:
            raise refuse(self.rule, "The policy says no.")
        answer = f"decided {self.decided}"
        return Decided(answer, Commit(self.delivery, ()) if self.changes else None)

    async def standing(self, _: AlreadyDone) -> str:
        return "stands"

    async def keep(self) -> str:
        return await self.keeping.keep(self.decide, self.standing)

    async def keep_once(self) -> str:
        return await self.keeping.keep_once(self.delivery, self.decide, self.standing)


@pytest.fixture
def deciding() -> Deciding:
    return Deciding(memory_desk(()))


async def test_it_is_decided_anew_until_nobody_was_faster(deciding: Deciding) -> None:
    deciding.memory.store.conflicts_to_come = ATTEMPTS - 1
    assert await deciding.keep() == f"decided {ATTEMPTS}"
    assert list(deciding.memory.store.deliveries) == ["once"]


async def test_in_the_end_whoever_asks_is_told_why(deciding: Deciding) -> None:
    deciding.memory.store.conflicts_to_come = ATTEMPTS
    with pytest.raises(Refused) as refused:
        await deciding.keep()
    refusal = refused.value.refusal
    assert (refusal.rule, refusal.message) == ("busy", "Others are at it.")
    assert not deciding.memory.store.deliveries


async def test_where_nothing_changes_nothing_is_kept(deciding: Deciding) -> None:
    deciding.changes = False
    assert await deciding.keep() == "decided 1"
    assert not deciding.memory.store.deliveries


async def test_the_same_delivery_again_answers_what_stands(deciding: Deciding) -> None:
    await deciding.keep()
    assert await deciding.keep() == "stands"
    assert await deciding.keep_once() == "stands"


async def test_what_was_done_once_is_refused_only_where_it_must_be(deciding: Deciding) -> None:
    await deciding.keep_once()
    deciding.rule = "no-more"
    assert await deciding.keep_once() == "stands"
    with pytest.raises(Refused, match="no"):
        await deciding.keep()


async def test_what_was_never_done_is_refused(deciding: Deciding) -> None:
    deciding.rule = "never"
    with pytest.raises(Refused) as refused:
        await deciding.keep_once()
    assert refused.value.refusal.rule == "never"
