"""A channel is watched once somebody says so who may, and until somebody says otherwise."""

from collections.abc import Sequence

import pytest

from core.case.register import ChannelUnwatched, ChannelWatched
from core.services.channel_watch import ChannelWatch
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refused
from tests.core.story import POLICY
from tests.support.memory import MemoryDesk, memory_desk
from tests.support.people import ARI, ASHA, CLEO, FRAN, IRA

STREAM = "channel:slack:C1"


class Watching:
    def __init__(self) -> None:
        self.memory: MemoryDesk = memory_desk()
        self.watch = ChannelWatch(POLICY, self.memory.desk)

    async def is_watched(self, place: str = "C1") -> bool:
        return await self.memory.desk.watched.is_watched("slack", place)

    @property
    def said(self) -> Sequence[object]:
        return [entry.event for entry in self.memory.store.stream(STREAM)]


@pytest.mark.parametrize("by", [ARI, FRAN, CLEO])
async def test_a_channel_is_watched_and_not_any_more(by: StaffMember) -> None:
    there = Watching()
    await there.watch.watch(by.id, "slack", "C1", "one")
    assert await there.is_watched()
    assert not await there.is_watched("C2")
    await there.watch.unwatch(by.id, "slack", "C1", "two")
    assert not await there.is_watched()
    assert there.said == [ChannelWatched("slack", "C1"), ChannelUnwatched("slack", "C1")]


async def test_nothing_changes_where_it_is_so_already() -> None:
    there = Watching()
    await there.watch.unwatch(ARI.id, "slack", "C1", "one")
    assert there.said == []
    for delivery in ("two", "two", "three"):
        await there.watch.watch(ARI.id, "slack", "C1", delivery)
    assert there.said == [ChannelWatched("slack", "C1")]


async def test_a_late_repetition_does_not_turn_it_back() -> None:
    there = Watching()
    await there.watch.watch(ARI.id, "slack", "C1", "one")
    await there.watch.unwatch(ARI.id, "slack", "C1", "two")
    await there.watch.watch(ARI.id, "slack", "C1", "one")
    assert not await there.is_watched()


@pytest.mark.parametrize("by", [ASHA.id, IRA.id, StaffId("stranger")])
async def test_by_nobody_else(by: StaffId) -> None:
    there = Watching()
    await there.watch.watch(ARI.id, "slack", "C2", "one")
    for act in (there.watch.watch, there.watch.unwatch):
        with pytest.raises(Refused):
            await act(by, "slack", "C2" if act is there.watch.unwatch else "C1", "two")
    assert await there.is_watched("C2")
    assert there.said == []


async def test_when_others_are_faster_it_is_tried_again() -> None:
    there = Watching()
    there.memory.store.conflicts_to_come = 3
    await there.watch.watch(ARI.id, "slack", "C1", "one")
    assert await there.is_watched()
    there.memory.store.conflicts_to_come = 8
    with pytest.raises(Refused) as refused:
        await there.watch.unwatch(ARI.id, "slack", "C1", "two")
    assert refused.value.refusal.rule == "busy"
