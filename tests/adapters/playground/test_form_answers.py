"""What the bot answers to a form: errors, another view, none; and how forms are closed."""

from pathlib import Path
from typing import Any

import pytest

from tests.adapters.playground.filling_in import TROUBLE, Json, pushed, submit
from tests.adapters.playground.samples import entered, modal, plain, section, typed
from tests.adapters.playground.stage import ASHA, MORGAN, Stage, staged


async def test_errors_stand_by_their_inputs_and_nothing_typed_is_lost(stage: Stage) -> None:
    view = await stage.opened(modal(typed("text")))
    stage.bot.answers({"response_action": "errors", "errors": {"text": "Say more."}})
    answer = await submit(stage, view, entered("text", "plain_text_input", value="x"))
    assert answer == {"result": "errors", "errors": {"text": "Say more."}}
    (shown,) = await stage.views()
    assert shown["state"]["values"]["text"]["field"]["value"] == "x"


async def test_update_push_and_clear(stage: Stage) -> None:
    view = await stage.opened(modal())
    stage.bot.answers({"response_action": "update", "view": modal(section("Next"))})
    assert await submit(stage, view) == {"result": "view"}
    (updated,) = await stage.views()
    assert (updated["id"], updated["blocks"][0]["text"]["text"]) == (view["id"], "Next")
    stage.bot.answers({"response_action": "push", "view": modal(section("Top"))})
    assert await submit(stage, view) == {"result": "view"}
    bottom, top = await stage.views()
    assert (bottom["id"], top["previous_view_id"]) == (view["id"], view["id"])
    stage.bot.answers({"response_action": "clear"})
    assert await submit(stage, top) == {"result": "closed"}
    assert await stage.views() == []


async def test_an_accepted_form_shows_the_one_below(stage: Stage) -> None:
    bottom = await stage.opened(modal())
    top = await pushed(stage, modal())
    assert await submit(stage, top) == {"result": "closed"}
    assert [view["id"] for view in await stage.views()] == [bottom["id"]]


async def test_a_fourth_view_is_not_pushed(stage: Stage) -> None:
    await stage.opened(modal())
    await pushed(stage, modal())
    top = await pushed(stage, modal())
    stage.bot.answers({"response_action": "push", "view": modal()})
    ask = {"seat": ASHA, "view_id": top["id"], "values": {}}
    assert await stage.refused("view/submit", 502, **ask) == TROUBLE
    assert len(await stage.views()) == 3


@pytest.mark.parametrize(
    "body",
    [
        "nonsense",
        [],
        {"response_action": "dance"},
        {"response_action": "errors"},
        {"response_action": "errors", "errors": {}},
        {"response_action": "errors", "errors": {"words": "Not an input"}},
        {"response_action": "errors", "errors": {"none": "Not here"}},
        {"response_action": "update"},
        {"response_action": "update", "view": modal(title=plain("x" * 25))},
        {"response_action": "push", "view": {"type": "home", "blocks": [section()]}},
    ],
)
async def test_answers_slack_cannot_follow(stage: Stage, body: Any) -> None:
    view = await stage.opened(modal(section(block_id="words"), typed("text", initial_value="x")))
    stage.bot.answers(body)
    ask = {"seat": ASHA, "view_id": view["id"], "values": {}}
    assert await stage.refused("view/submit", 502, **ask) == TROUBLE
    assert len(await stage.views()) == 1


async def test_a_bot_that_fails_keeps_the_form_open(stage: Stage) -> None:
    view = await stage.opened(modal(typed("text")))
    stage.bot.answers("Oops", status=500)
    values = entered("text", "plain_text_input", value="x")
    ask = {"seat": ASHA, "view_id": view["id"], "values": values}
    assert await stage.refused("view/submit", 502, **ask) == TROUBLE
    (shown,) = await stage.views()
    assert shown["state"]["values"] == values


async def test_a_bot_that_is_slow_keeps_the_form_open(tmp_path: Path) -> None:
    async with staged(tmp_path, patience=0.05) as stage:
        view = await stage.opened(modal())
        stage.bot.is_silent()
        ask = {"seat": ASHA, "view_id": view["id"], "values": {}}
        assert await stage.refused("view/submit", 502, **ask) == TROUBLE
        assert len(await stage.views()) == 1


class TestClosing:
    async def close(self, stage: Stage, view: Json) -> None:
        await stage.post("view/close", seat=ASHA, view_id=view["id"])

    async def test_the_bot_is_told_only_when_it_asked(self, stage: Stage) -> None:
        view = await stage.opened(modal())
        heard = len(stage.bot.heard)
        await self.close(stage, view)
        assert len(stage.bot.heard) == heard
        view = await stage.opened(modal(notify_on_close=True))
        await self.close(stage, view)
        sent = stage.bot.last
        assert (sent["type"], sent["is_cleared"]) == ("view_closed", False)
        assert sent["view"]["id"] == view["id"]
        assert "trigger_id" not in sent
        assert await stage.views() == []

    async def test_the_view_below_shows_again(self, stage: Stage) -> None:
        bottom = await stage.opened(modal())
        await self.close(stage, await pushed(stage, modal()))
        assert [view["id"] for view in await stage.views()] == [bottom["id"]]

    async def test_the_views_above_go_with_it(self, stage: Stage) -> None:
        bottom = await stage.opened(modal())
        await pushed(stage, modal(notify_on_close=True))
        await self.close(stage, bottom)
        assert await stage.views() == []
        assert stage.bot.last["type"] == "view_closed"

    async def test_clear_on_close_clears_the_stack(self, stage: Stage) -> None:
        await stage.opened(modal(notify_on_close=True))
        await self.close(stage, await pushed(stage, modal(clear_on_close=True)))
        assert await stage.views() == []
        assert stage.bot.last["is_cleared"] is True

    async def test_a_bot_that_fails_cannot_keep_it_open(self, stage: Stage) -> None:
        view = await stage.opened(modal(notify_on_close=True))
        stage.bot.answers("Oops", status=500)
        await self.close(stage, view)
        assert await stage.views() == []

    async def test_nobody_closes_anothers(self, stage: Stage) -> None:
        view = await stage.opened(modal())
        await stage.refused("view/close", 404, seat=MORGAN, view_id=view["id"])
        assert len(await stage.views()) == 1
