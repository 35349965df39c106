"""Shortcuts, buttons, menus and type-aheads: the payloads and what comes back."""

from pathlib import Path

from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.adapters.playground.pressing import CARD, MENU, NO_ANSWER, PRESS, posted, press
from tests.adapters.playground.samples import (
    actions,
    button,
    modal,
    option,
    plain,
    section,
    typed,
)
from tests.adapters.playground.stage import (
    ALERTS,
    ASHA,
    ASHA_DM,
    MORGAN,
    Stage,
    staged,
)


async def test_a_button_in_a_message(stage: Stage) -> None:
    ts = await posted(stage, CARD)
    sent = await press(stage, ts)
    assert sent["type"] == "block_actions"
    assert sent["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": ALERTS,
        "is_ephemeral": False,
    }
    assert sent["channel"] == {"id": ALERTS, "name": "alerts"}
    assert sent["message"]["ts"] == ts
    assert sent["message"]["blocks"][1]["block_id"] == "buttons"
    assert sent["message"]["bot_id"]
    assert sent["state"] == {"values": {}}
    (action,) = sent["actions"]
    assert action == {
        "type": "button",
        "action_id": "approve",
        "block_id": "buttons",
        "text": plain("Approve"),
        "value": "p1",
        "style": "primary",
        "action_ts": action["action_ts"],
    }


async def test_a_menu_in_a_message(stage: Stage) -> None:
    ts = await posted(stage, [actions(MENU)])
    chosen = {"type": "static_select", "action_id": "menu", "selected_option": option("b")}
    sent = await press(stage, ts, element=chosen)
    assert sent["actions"][0]["selected_option"] == option("b")
    assert sent["state"]["values"]["buttons"]["menu"]["selected_option"] == option("b")


async def test_an_overflow_menu(stage: Stage) -> None:
    menu = {"type": "overflow", "action_id": "more", "options": [option("a"), option("b")]}
    ts = await posted(stage, [section(block_id="buttons", accessory=menu)])
    chosen = {"type": "overflow", "action_id": "more", "selected_option": option("b")}
    sent = await press(stage, ts, element=chosen)
    assert sent["actions"][0]["selected_option"] == option("b")
    where = {"seat": ASHA, "channel": ALERTS, "ts": ts, "block_id": "buttons"}
    forged = {**chosen, "selected_option": option("z")}
    assert "offered" in await stage.refused("action", 400, **where, element=forged)


async def test_a_choice_that_is_not_offered(stage: Stage) -> None:
    ts = await posted(stage, [actions(MENU)])
    where = {"seat": ASHA, "channel": ALERTS, "ts": ts, "block_id": "buttons"}
    for selected in (option("z"), "b", 3):
        forged = {"type": "static_select", "action_id": "menu", "selected_option": selected}
        assert "offered" in await stage.refused("action", 400, **where, element=forged)
    assert stage.bot.heard == []


async def test_a_button_that_is_gone(stage: Stage) -> None:
    ts = await posted(stage, CARD)
    await stage.slack.chat_update(channel=ALERTS, ts=ts, text="x", blocks=[section("Done")])
    where = {"seat": ASHA, "channel": ALERTS, "ts": ts, "block_id": "buttons", "element": PRESS}
    assert "changed" in await stage.refused("action", 404, **where)
    await stage.slack.chat_delete(channel=ALERTS, ts=ts)
    assert "message" in await stage.refused("action", 404, **where)


async def test_a_button_in_anothers_direct_conversation(stage: Stage) -> None:
    ts = await posted(stage, CARD, channel=ASHA)
    where = {"channel": ASHA_DM, "ts": ts, "block_id": "buttons", "element": PRESS}
    await stage.refused("action", 404, seat=MORGAN, **where)
    assert stage.bot.heard == []


async def test_a_button_in_an_ephemeral_message(stage: Stage) -> None:
    answer = await stage.slack.chat_postEphemeral(channel=ALERTS, user=ASHA, text="x", blocks=CARD)
    sent = await press(stage, answer["message_ts"])
    assert sent["container"]["is_ephemeral"] is True
    assert "message" not in sent
    where = {"channel": ALERTS, "ts": answer["message_ts"], "block_id": "buttons"}
    await stage.refused("action", 404, seat=MORGAN, **where, element=PRESS)


async def test_replacing_and_deleting_what_was_pressed(stage: Stage) -> None:
    for ephemeral in (False, True):
        if ephemeral:
            whispered = await stage.slack.chat_postEphemeral(
                channel=ALERTS, user=ASHA, text="x", blocks=CARD
            )
            ts = whispered["message_ts"]
        else:
            ts = await posted(stage, CARD)
        sent = await press(stage, ts)
        url = AsyncWebhookClient(sent["response_url"], session=stage.http)
        await url.send(text="Done", blocks=[section("Done")], replace_original=True)
        (message,) = await stage.messages(ASHA, ALERTS)
        assert (message["ts"], message["text"]) == (ts, "Done")
        assert message["blocks"][0]["text"]["text"] == "Done"
        await url.send(delete_original=True)
        assert await stage.messages(ASHA, ALERTS) == []


async def test_a_private_explanation_by_response_url(stage: Stage) -> None:
    ts = await posted(stage, CARD)
    sent = await press(stage, ts)
    url = AsyncWebhookClient(sent["response_url"], session=stage.http)
    await url.send(text="Not yours", response_type="ephemeral", replace_original=False)
    assert [m["ephemeral"] for m in await stage.messages(ASHA, ALERTS)] == [False, True]
    assert len(await stage.messages(MORGAN, ALERTS)) == 1


async def test_a_button_and_what_was_typed_in_a_form(stage: Stage) -> None:
    view = await stage.opened(modal(typed("name"), actions(button("add"))))
    values = {"name": {"field": {"type": "plain_text_input", "value": "Casey & Co"}}}
    await stage.post(
        "action",
        seat=ASHA,
        view_id=view["id"],
        block_id="buttons",
        element={"type": "button", "action_id": "add"},
        values=values,
    )
    sent = stage.bot.last
    assert sent["container"] == {"type": "view", "view_id": view["id"]}
    assert sent["view"]["hash"] == view["hash"]
    assert sent["view"]["state"]["values"] == values
    assert sent["actions"][0]["action_id"] == "add"
    assert "response_url" not in sent
    assert "channel" not in sent


async def test_a_choice_in_a_form_is_remembered(stage: Stage) -> None:
    view = await stage.opened(modal(typed("name"), actions(MENU)))
    await stage.post(
        "action",
        seat=ASHA,
        view_id=view["id"],
        block_id="buttons",
        element={"type": "static_select", "action_id": "menu", "selected_option": option("b")},
    )
    assert stage.bot.last["actions"][0]["selected_option"] == option("b")
    (view,) = await stage.views()
    assert view["state"]["values"]["buttons"]["menu"]["selected_option"] == option("b")


async def test_nobody_acts_in_anothers_form(stage: Stage) -> None:
    view = await stage.opened(modal(actions(button("add"))))
    where = {"view_id": view["id"], "block_id": "buttons", "element": button("add")}
    assert "open" in await stage.refused("action", 404, seat=MORGAN, **where)


async def test_a_bot_that_fails(stage: Stage) -> None:
    ts = await posted(stage, CARD)
    stage.bot.answers("Oops", status=500)
    where = {"seat": ASHA, "channel": ALERTS, "ts": ts, "block_id": "buttons", "element": PRESS}
    assert await stage.refused("action", 502, **where) == NO_ANSWER
    assert await stage.refused("shortcut", 502, seat=ASHA, callback_id="report_incident") == (
        NO_ANSWER
    )


async def test_a_bot_that_is_slow(tmp_path: Path) -> None:
    async with staged(tmp_path, patience=0.05) as stage:
        ts = await posted(stage, CARD)
        stage.bot.is_silent()
        where = {"seat": ASHA, "channel": ALERTS, "ts": ts, "block_id": "buttons"}
        assert await stage.refused("action", 502, **where, element=PRESS) == NO_ANSWER
