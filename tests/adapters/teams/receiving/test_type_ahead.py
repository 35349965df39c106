"""Choices that are found while somebody types."""

from bot.views.form import Option
from tests.adapters.teams.conftest import Enter, Room


async def test_customers_are_found_while_somebody_types(room: Room) -> None:
    room.talk.options = (Option("c-1", "Casey Customer", "CU-1"), *[Option("x", "X")] * 30)
    value = {"dataset": "customers", "queryText": "cas", "queryOptions": {"skip": 0, "top": 15}}
    reply = await room.cloud.invokes(room.asha, "application/search", value)
    assert reply.body is not None
    assert reply.body["type"] == "application/vnd.microsoft.search.searchResponse"
    results = reply.body["value"]["results"]
    assert results[0]["title"] == "Casey Customer: CU-1"
    assert results[0]["value"] == "Casey Customer: CU-1 [c-1]"
    assert len(results) == 15
    assert room.talk.asked[0].details == ("customers", "cas")


async def test_what_is_found_too_late_is_dropped(enter: Enter) -> None:
    hasty = await enter(budget=0.0)
    hasty.talk.options = (Option("c-1", "Casey Customer"),)
    hasty.talk.gate.clear()
    value = {"dataset": "customers", "queryText": "cas"}
    reply = await hasty.cloud.invokes(hasty.asha, "application/search", value)
    assert reply.body is not None
    assert reply.body["value"] == {"results": []}


async def test_an_unknown_dataset_finds_nothing(room: Room) -> None:
    value = {"dataset": "secrets", "queryText": "x"}
    reply = await room.cloud.invokes(room.asha, "application/search", value)
    assert reply.body is not None
    assert reply.body["value"] == {"results": []}
