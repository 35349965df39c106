"""The workspace on the page: seats, conversations, commands, menus, the clock, the guide."""

import asyncio
import re
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Browser, Page, expect

from tests.adapters.playground.samples import actions, button, section
from tests.adapters.playground.stage import ALERTS, ASHA, ASHA_DM, MORGAN, Stage
from tests.support.browser import browser
from tests.support.page import PATIENCE, Watch, composer, last_message, opened, page, play, watch

__all__ = ["browser", "page", "play", "watch"]

MORGANS = re.compile("^Morgan Manager")

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_first_visit_asks_whose_seat_to_take(
    play: Stage, watch: Watch, browser: Browser
) -> None:
    async with opened(browser, watch, play.base) as page:
        seat = page.get_by_role("button", name="Asha Adviser")
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Welcome")
        await expect(seat).to_contain_text("Speaks with customers")
        await seat.press("Enter")
        await expect(composer(page)).to_be_visible()
        await expect(page).to_have_url(f"{play.base}/#{ASHA}/{ASHA_DM}")
        await page.go_back()
        await expect(seat).to_be_visible()


async def test_a_seat_and_a_channel_are_kept_in_the_address(play: Stage, page: Page) -> None:
    await page.get_by_role("button", name=MORGANS).click()
    await expect(page.get_by_role("button", name=MORGANS, pressed=True)).to_be_focused()
    await page.get_by_role("button", name="alerts").click()
    await expect(page).to_have_url(f"{play.base}/#{MORGAN}/{ALERTS}")
    await page.reload()
    await expect(page.get_by_role("heading", name="#alerts")).to_be_visible()
    await expect(page.get_by_role("button", name=MORGANS, pressed=True)).to_be_visible()


async def test_what_others_say_appears_by_itself(play: Stage, page: Page) -> None:
    alerts = page.get_by_role("button", name="alerts")
    await alerts.focus()
    await play.post("message", seat=MORGAN, channel=ALERTS, text="Good morning <all>")
    await expect(alerts).to_have_accessible_name("alerts 1 unread")
    await expect(page).to_have_title("(1) UCB playground")
    await expect(alerts).to_be_focused()
    await expect(
        page.get_by_role("status").filter(has_text="1 new message in alerts")
    ).to_be_attached()

    await alerts.click()
    await expect(last_message(page)).to_contain_text("Good morning <all>")
    await expect(last_message(page).locator("time").first).to_have_text("10:00")
    await expect(alerts).to_have_accessible_name("alerts")

    await play.post("message", seat=MORGAN, channel=ALERTS, text="And again")
    await expect(last_message(page)).to_contain_text("And again")
    said = page.get_by_role("status").filter(has_text="Morgan Manager: And again")
    await expect(said).to_be_attached()
    await expect(alerts).to_have_accessible_name("alerts")


async def test_writing_a_message(play: Stage, page: Page) -> None:
    await composer(page).fill("one")
    await composer(page).press("Shift+Enter")
    await composer(page).press_sequentially("two")
    await composer(page).press("Enter")
    await expect(last_message(page)).to_contain_text("one\ntwo")
    await expect(composer(page)).to_have_value("")
    await composer(page).press("ArrowUp")
    await expect(composer(page)).to_have_value("one\ntwo")
    (message,) = await play.messages(ASHA, ASHA_DM)
    assert message["text"] == "one\ntwo"


async def test_a_slash_shows_the_commands(play: Stage, page: Page) -> None:
    box, commands = composer(page), page.get_by_role("listbox", name="Commands")
    await box.press_sequentially("/")
    await expect(commands.get_by_role("option")).to_contain_text("/ucb")
    await expect(commands.get_by_role("option")).to_contain_text("report")
    await box.press("Enter")
    await expect(box).to_have_value("/ucb ")
    await expect(commands).to_be_hidden()
    play.bot.answers({"response_type": "ephemeral", "text": "Hello"})
    await box.press_sequentially("report now")
    await box.press("Enter")
    await expect(last_message(page)).to_contain_text("Only visible to you")
    await expect(last_message(page)).to_contain_text("Hello")
    assert (play.bot.last["command"], play.bot.last["text"]) == ("/ucb", "report now")


async def test_a_command_that_fails_says_so_and_stays(
    play: Stage, page: Page, watch: Watch
) -> None:
    watch.expected = "status of"
    alert = page.get_by_role("alert")
    play.bot.answers(status=500)
    await composer(page).fill("/ucb report")
    await composer(page).press("Enter")
    await expect(alert).to_have_text('/ucb failed with the error "dispatch_failed"')
    await expect(composer(page)).to_have_value("/ucb report")
    await composer(page).fill("/nonsense")
    await expect(alert).to_be_hidden()
    await composer(page).press("Enter")
    await expect(alert).to_have_text("/nonsense is not a valid command.")


async def test_a_message_has_a_menu(play: Stage, page: Page) -> None:
    await play.post("message", seat=ASHA, channel=ASHA_DM, text="He shouted at me")
    await last_message(page).get_by_role("button", name="More about the message").press("Enter")
    item = page.get_by_role("menuitem", name="Report this message")
    await expect(item).to_be_focused()
    async with page.expect_response("**/shortcut"):
        await item.press("Enter")
    assert play.bot.last["type"] == "message_action"
    assert play.bot.last["message"]["text"] == "He shouted at me"


async def test_the_shortcut_menu(play: Stage, page: Page) -> None:
    button = page.get_by_role("button", name="Shortcuts")
    await button.click()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="/ucb")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu")).to_have_count(0)
    await expect(button).to_be_focused()
    await button.click()
    async with page.expect_response("**/shortcut"):
        await page.get_by_role("menuitem", name="Report an incident").click()
    assert play.bot.last["type"] == "shortcut"


async def test_a_pressed_button_waits_for_the_answer(play: Stage, page: Page) -> None:
    buttons = actions(button("yes", "Yes"), button("no", "No"))
    await play.slack.chat_postMessage(channel=ASHA_DM, text="A card", blocks=[buttons])
    go = asyncio.Event()

    async def slow(_payload: dict[str, Any]) -> web.Response:
        await go.wait()
        return web.Response()

    play.bot.say = slow
    yes, no = (last_message(page).get_by_role("button", name=n) for n in ("Yes", "No"))
    await yes.click()
    await expect(yes).to_have_attribute("aria-busy", "true")
    await expect(no).to_be_disabled()
    await no.click(force=True)
    go.set()
    await expect(no).to_be_enabled()
    assert [payload["actions"][0]["action_id"] for payload in play.bot.heard] == ["yes"]


async def test_a_button_that_fails_says_so(play: Stage, page: Page, watch: Watch) -> None:
    watch.expected = "status of 502"
    blocks = [actions(button("yes", "Yes"))]
    await play.slack.chat_postMessage(channel=ASHA_DM, text="A card", blocks=blocks)
    play.bot.answers(status=500)
    await last_message(page).get_by_role("button", name="Yes").click()
    toast = page.get_by_test_id("toasts").get_by_role("alert")
    await expect(toast).to_contain_text("UCB did not respond.")
    await toast.get_by_role("button", name="Dismiss").click()
    await expect(toast).to_have_count(0)


async def test_a_card_changes_in_place_and_keeps_the_focus(play: Stage, page: Page) -> None:
    blocks = [section("Waiting"), actions(button("yes", "Yes"))]
    posted = await play.slack.chat_postMessage(channel=ASHA_DM, text="A card", blocks=blocks)
    await last_message(page).get_by_role("button", name="Yes").focus()
    await play.slack.chat_update(
        channel=ASHA_DM, ts=posted["ts"], text="A card", blocks=[section("Approved")]
    )
    await expect(last_message(page)).to_contain_text("Approved")
    await expect(page.get_by_test_id("message")).to_have_count(1)
    await expect(last_message(page)).to_be_focused()


async def test_messages_of_one_person_stand_together(play: Stage, page: Page) -> None:
    for text in ("one", "two"):
        await play.post("message", seat=ASHA, channel=ASHA_DM, text=text)
    await expect(page.get_by_test_id("message")).to_have_count(2)
    await expect(page.get_by_test_id("message").first.get_by_text("Asha Adviser")).to_be_visible()
    await expect(last_message(page).get_by_text("Asha Adviser")).to_be_hidden()


async def test_the_clock_jumps(play: Stage, page: Page) -> None:
    clock = page.get_by_role("button", name="Clock:")
    await expect(clock).to_have_accessible_name("Clock: Wed 1 May, 10:00")
    await clock.press("Enter")
    panel = page.get_by_role("dialog", name="Workspace clock")
    await panel.get_by_role("button", name="The review").click()
    await expect(clock).to_have_accessible_name("Clock: Tue 30 Jul, 10:00")
    await panel.get_by_role("button", name="1 day").click()
    await expect(clock).to_have_accessible_name("Clock: Wed 31 Jul, 10:00")
    await page.keyboard.press("Escape")
    await expect(panel).to_be_hidden()
    assert play.told == ["clock", "clock"]


async def test_starting_afresh_asks_first(play: Stage, page: Page) -> None:
    await play.post("message", seat=ASHA, channel=ASHA_DM, text="soon gone")
    await expect(page.get_by_test_id("message")).to_have_count(1)
    afresh = page.get_by_role("button", name="Start afresh")
    await afresh.click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Cancel").click()
    assert play.told == []
    await afresh.click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Delete it all").click()
    await expect(page.get_by_test_id("message")).to_have_count(0)
    assert play.told == ["reset"]


async def test_the_guide(play: Stage, page: Page) -> None:
    guide = page.get_by_role("complementary", name="Try this")
    first, later = guide.get_by_role("list").first, guide.get_by_role("list").last
    await expect(first.get_by_role("checkbox")).to_have_count(5)
    await expect(later.get_by_role("checkbox")).to_have_count(10)
    await expect(guide.get_by_role("heading", name="The later stages")).to_be_visible()
    await guide.get_by_role("button", name="Type /ucb report").click()
    await expect(composer(page)).to_have_value("/ucb report")
    await expect(composer(page)).to_be_focused()
    await guide.get_by_role("button", name=re.compile("Morgan Manager")).first.click()
    await expect(page.get_by_role("button", name=MORGANS, pressed=True)).to_be_visible()
    await expect(composer(page)).to_have_value("")
    await guide.get_by_label("Report an incident").check()
    await page.reload()
    await expect(guide.get_by_label("Report an incident")).to_be_checked()
    await expect(guide.get_by_label("Report a threat")).not_to_be_checked()
    await guide.get_by_role("button", name="Close the guide").click()
    await expect(guide).to_be_hidden()
    await expect(page.get_by_role("button", name="Try this")).to_be_focused()


async def test_a_lost_connection_is_told_and_made_good(
    play: Stage, page: Page, watch: Watch
) -> None:
    watch.expected = "ERR_FAILED"
    lost = page.get_by_role("status").filter(has_text="The connection was lost.")
    await page.route("**/events?*", lambda route: route.abort())
    await page.reload()
    await expect(lost).to_be_visible()
    await play.post("message", seat=ASHA, channel=ASHA_DM, text="said meanwhile")
    await page.unroute("**/events?*")
    await expect(last_message(page)).to_contain_text("said meanwhile", timeout=PATIENCE)
    await expect(lost).to_be_hidden()
