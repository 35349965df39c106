"""Choices that are asked of the bot while somebody types."""

from typing import Any

import pytest

from tests.adapters.playground.pressing import NO_ANSWER
from tests.adapters.playground.samples import (
    asked,
    modal,
    option,
    plain,
)
from tests.adapters.playground.stage import (
    ASHA,
    Stage,
)

SEARCH = asked({"type": "external_select", "min_query_length": 0}, "who")


async def test_a_type_ahead(stage: Stage) -> None:
    view = await stage.opened(modal(SEARCH))
    stage.bot.answers({"options": [option("c1", "Casey Customer")]})
    ask = {"seat": ASHA, "view_id": view["id"], "block_id": "who", "action_id": "field"}
    answer = await stage.post("options", **ask, query="cas")
    assert answer == {"options": [option("c1", "Casey Customer")]}
    sent = stage.bot.last
    assert (sent["type"], sent["value"]) == ("block_suggestion", "cas")
    assert (sent["block_id"], sent["action_id"]) == ("who", "field")
    assert sent["container"] == {"type": "view", "view_id": view["id"]}
    assert sent["view"]["id"] == view["id"]
    assert "trigger_id" not in sent
    assert "field" in await stage.refused("options", 404, **{**ask, "action_id": "x"}, query="")


async def test_a_type_ahead_in_groups(stage: Stage) -> None:
    view = await stage.opened(modal(SEARCH))
    group = {"label": plain("Known"), "options": [option("c1")]}
    stage.bot.answers({"option_groups": [group]})
    ask = {"seat": ASHA, "view_id": view["id"], "block_id": "who", "action_id": "field"}
    assert await stage.post("options", **ask, query="") == {"options": [option("c1")]}


@pytest.mark.parametrize(
    "body",
    [
        None,
        "nonsense",
        [],
        {},
        {"options": [option("a", "x" * 76)]},
        {"options": [option(str(n)) for n in range(101)]},
    ],
)
async def test_a_type_ahead_slack_cannot_show(stage: Stage, body: Any) -> None:
    view = await stage.opened(modal(SEARCH))
    stage.bot.answers(body)
    ask = {"seat": ASHA, "view_id": view["id"], "block_id": "who", "action_id": "field"}
    assert await stage.refused("options", 502, **ask, query="") == NO_ANSWER
