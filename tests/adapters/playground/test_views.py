"""views.*: opening, stacking, redrawing."""

import pytest

from tests.adapters.playground.samples import asked, entered, modal, option, plain, section, typed
from tests.adapters.playground.stage import ASHA, MORGAN, Stage, error_of, refusal_of


async def test_a_view_as_slack_keeps_it(stage: Stage) -> None:
    view = await stage.opened(modal(typed(), private_metadata="state", external_id="e1"))
    assert view["id"].startswith("V")
    assert (view["root_view_id"], view["previous_view_id"]) == (view["id"], None)
    assert (view["callback_id"], view["private_metadata"]) == ("form", "state")
    assert (view["clear_on_close"], view["notify_on_close"]) == (False, False)
    assert view["state"]["values"] == entered("block", "plain_text_input", value=None)
    assert await stage.views() == [view]
    assert await stage.views(MORGAN) == []


async def test_a_trigger_lasts_three_seconds(stage: Stage) -> None:
    on_time, late = await stage.trigger(), await stage.trigger()
    stage.time.passes(seconds=3)
    await stage.slack.views_open(trigger_id=on_time, view=modal())
    stage.time.passes(seconds=0.1)
    assert await error_of(stage.slack.views_open(trigger_id=late, view=modal())) == (
        "expired_trigger_id"
    )


async def test_a_clock_jump_does_not_end_a_trigger(stage: Stage) -> None:
    trigger = await stage.trigger()
    await stage.post("clock", to="2031-01-01T00:00:00+00:00")
    await stage.slack.views_open(trigger_id=trigger, view=modal())


async def test_a_trigger_opens_one_form(stage: Stage) -> None:
    trigger = await stage.trigger()
    await stage.slack.views_open(trigger_id=trigger, view=modal())
    assert await error_of(stage.slack.views_open(trigger_id=trigger, view=modal())) == (
        "exchanged_trigger_id"
    )


@pytest.mark.parametrize("trigger", ["1.2.3", "nonsense"])
async def test_a_made_up_trigger(stage: Stage, trigger: str) -> None:
    assert await error_of(stage.slack.views_open(trigger_id=trigger, view=modal())) == (
        "invalid_trigger_id"
    )


async def test_a_faulty_view_is_explained_and_costs_no_trigger(stage: Stage) -> None:
    trigger = await stage.trigger()
    call = stage.slack.views_open(trigger_id=trigger, view=modal(title=plain("x" * 25)))
    refusal = await refusal_of(call)
    assert refusal["error"] == "invalid_arguments"
    assert refusal["response_metadata"]["messages"] == [
        "[ERROR] failed to match all allowed schemas [json-pointer:/view]",
        "[ERROR] failed to match all allowed schemas [json-pointer:/view/title]",
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]",
    ]
    await stage.slack.views_open(trigger_id=trigger, view=modal())


async def test_views_of_the_wrong_kind(stage: Stage) -> None:
    home = {"type": "home", "blocks": [section()]}
    slack = stage.slack
    assert await error_of(slack.views_open(trigger_id=await stage.trigger(), view=home)) == (
        "invalid_arguments"
    )
    assert await error_of(slack.views_publish(user_id=ASHA, view=modal())) == "invalid_arguments"
    for view in ("[]", "{", ""):
        call = slack.api_call("views.open", json={"trigger_id": "1.2.3", "view": view})
        assert await error_of(call) == "invalid_arguments"


async def test_a_view_that_is_too_large(stage: Stage) -> None:
    view = modal(*[section("x" * 2900) for _ in range(90)])
    assert await error_of(stage.slack.views_open(trigger_id=await stage.trigger(), view=view)) == (
        "view_too_large"
    )


async def test_opening_replaces_what_was_open(stage: Stage) -> None:
    await stage.opened(modal())
    second = await stage.opened(modal())
    assert [view["id"] for view in await stage.views()] == [second["id"]]


async def test_a_stack_of_three(stage: Stage) -> None:
    views = [await stage.opened(modal())]
    for _ in range(2):
        trigger = await stage.trigger()
        views.append((await stage.slack.views_push(trigger_id=trigger, view=modal()))["view"])
    assert [view["id"] for view in await stage.views()] == [view["id"] for view in views]
    assert {view["root_view_id"] for view in views} == {views[0]["id"]}
    assert [view["previous_view_id"] for view in views] == [None, views[0]["id"], views[1]["id"]]
    call = stage.slack.views_push(trigger_id=await stage.trigger(), view=modal())
    assert await error_of(call) == "push_limit_reached"


async def test_nothing_to_push_on(stage: Stage) -> None:
    call = stage.slack.views_push(trigger_id=await stage.trigger(), view=modal())
    assert await error_of(call) == "not_found"


async def test_an_update_gives_a_new_hash(stage: Stage) -> None:
    view = await stage.opened(modal())
    answer = await stage.slack.views_update(
        view_id=view["id"], hash=view["hash"], view=modal(section("New"))
    )
    assert answer["view"]["id"] == view["id"]
    assert answer["view"]["hash"] != view["hash"]
    (shown,) = await stage.views()
    assert shown["blocks"][0]["text"]["text"] == "New"
    call = stage.slack.views_update(view_id=view["id"], hash=view["hash"], view=modal())
    assert await error_of(call) == "hash_conflict"


async def test_an_update_by_external_id(stage: Stage) -> None:
    view = await stage.opened(modal(external_id="e1"))
    await stage.slack.views_update(external_id="e1", view=modal(section("New")))
    (shown,) = await stage.views()
    assert (shown["id"], shown["blocks"][0]["text"]["text"]) == (view["id"], "New")


async def test_an_external_id_is_taken_once(stage: Stage) -> None:
    await stage.opened(modal(external_id="e1"), MORGAN)
    view = await stage.opened(modal())
    slack, again = stage.slack, modal(external_id="e1")
    for call in (
        slack.views_open(trigger_id=await stage.trigger(), view=again),
        slack.views_push(trigger_id=await stage.trigger(), view=again),
        slack.views_update(view_id=view["id"], view=again),
    ):
        assert await error_of(call) == "duplicate_external_id"


async def test_an_update_of_nothing(stage: Stage) -> None:
    slack = stage.slack
    assert await error_of(slack.views_update(view_id="V0NONE", view=modal())) == "not_found"
    assert await error_of(slack.views_update(external_id="none", view=modal())) == "not_found"
    call = slack.api_call("views.update", json={"view": modal()})
    assert await error_of(call) == "invalid_arguments"
    call = slack.api_call("views.update", json={"view_id": "V0NONE"})
    assert await error_of(call) == "invalid_arguments"


async def test_what_was_typed_stays_where_an_input_keeps_its_ids(stage: Stage) -> None:
    menu = asked({"type": "radio_buttons", "options": [option("a"), option("b")]}, "menu")
    view = await stage.opened(modal(typed("kept"), typed("dropped"), menu))
    values = {
        **entered("kept", "plain_text_input", value="Mine"),
        **entered("dropped", "plain_text_input", value="Gone"),
        **entered("menu", "radio_buttons", selected_option=option("b")),
    }
    stage.bot.answers({"response_action": "errors", "errors": {"kept": "No"}})
    await stage.post("view/submit", seat=ASHA, view_id=view["id"], values=values)
    fewer = asked({"type": "radio_buttons", "options": [option("b"), option("c")]}, "menu")
    answer = await stage.slack.views_update(view_id=view["id"], view=modal(typed("kept"), fewer))
    state = answer["view"]["state"]["values"]
    assert set(state) == {"kept", "menu"}
    assert state["kept"]["field"]["value"] == "Mine"
    assert state["menu"]["field"]["selected_option"] == option("b")
    other = asked({"type": "radio_buttons", "options": [option("x")]}, "menu")
    answer = await stage.slack.views_update(view_id=view["id"], view=modal(typed("kept"), other))
    assert answer["view"]["state"]["values"]["menu"]["field"]["selected_option"] is None


async def test_the_home_tab(stage: Stage) -> None:
    home = {"type": "home", "blocks": [section("Home")]}
    slack = stage.slack
    first = (await slack.views_publish(user_id=ASHA, view=home))["view"]
    second = (await slack.views_publish(user_id=ASHA, view=home, hash=first["hash"]))["view"]
    assert second["id"] == first["id"]
    assert await error_of(slack.views_publish(user_id=ASHA, view=home, hash=first["hash"])) == (
        "hash_conflict"
    )
    assert await error_of(slack.views_publish(user_id="U0NONE", view=home)) == "user_not_found"
    assert await stage.views() == []
