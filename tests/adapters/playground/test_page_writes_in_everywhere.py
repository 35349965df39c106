"""The panel "A customer writes in", beside the rest of the page, for every hand and screen."""

import json

import pytest
from playwright.async_api import Browser, Page, expect

from tests.adapters.playground.stage import ASHA, Stage
from tests.adapters.playground.test_page_looks import OVERFLOW, SMALL
from tests.adapters.playground.writing_in import OPENER, opens, outcome, panel, send
from tests.support.browser import browser
from tests.support.page import PHONE, Watch, composer, opened, page, play, watch

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_panel_and_the_guide_take_turns(play: Stage, page: Page) -> None:
    guide = page.get_by_role("complementary", name="Try this")
    await expect(guide).to_be_visible()
    await guide.get_by_role("button", name="Open “A customer writes in”").click()
    await expect(panel(page)).to_be_visible()
    await expect(guide).to_be_hidden()
    close = panel(page).get_by_role("button", name="Close “A customer writes in”")
    await expect(close).to_be_focused()
    await close.press("Enter")
    await expect(panel(page)).to_be_hidden()
    await expect(page.get_by_role("button", name=OPENER)).to_be_focused()
    await page.get_by_role("button", name="Try this").click()
    await expect(guide).to_be_visible()


async def test_by_keyboard_alone(play: Stage, page: Page) -> None:
    await page.get_by_role("button", name=OPENER).press("Enter")
    await expect(panel(page).get_by_role("button", name="Close")).to_be_focused()
    await expect(send(page)).to_be_visible()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(panel(page).get_by_label("Name")).to_have_value("Casey Customer")
    told = page.locator("#announcer").get_by_text("Filled in: Casey Customer")
    await expect(told).to_be_attached()
    for _ in range(7):
        await page.keyboard.press("Tab")
    await expect(send(page)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(outcome(page)).to_contain_text("Nobody under a sanction")
    await expect(send(page)).to_be_focused()


async def test_on_a_narrow_screen_it_is_a_drawer(
    play: Stage, watch: Watch, browser: Browser
) -> None:
    play.webhook.answers(became="alerted", alerts=["AL-7K3F9Q"])
    async with opened(browser, watch, f"{play.base}/#{ASHA}", viewport=PHONE) as page:
        await expect(composer(page)).to_be_visible()
        assert await page.evaluate(OVERFLOW) == []
        await opens(page)
        assert await page.evaluate(OVERFLOW) == []
        assert await page.evaluate(SMALL) == []
        await panel(page).get_by_role("button", name="From their own").click()
        await send(page).click()
        await outcome(page).get_by_role("link", name="Open #alerts").click()
        await expect(panel(page)).to_be_hidden()
        await expect(page.get_by_role("heading", name="#alerts")).to_be_visible()
        await page.get_by_role("button", name=OPENER).click()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("button", name=OPENER)).to_be_focused()


async def test_what_is_said_of_a_contact_is_never_markup(play: Stage, page: Page) -> None:
    await opens(page)
    play.webhook.answers(became="alerted", alerts=["<img src=x onerror=alert(1)>"])
    await panel(page).get_by_label("Name").fill("<b>Casey</b> & <!channel>")
    await send(page).click()
    await expect(outcome(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert json.dumps(play.webhook.heard).count("<b>Casey</b> & <!channel>") == 1


async def test_starting_afresh_forgets_what_became_of_a_contact(play: Stage, page: Page) -> None:
    await opens(page)
    await panel(page).get_by_label("Name").fill("Casey Customer")
    await send(page).click()
    await expect(outcome(page)).to_contain_text("Nobody under a sanction")
    play.webhook.known = False
    await page.get_by_role("button", name="Start afresh").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Delete it all").click()
    await expect(outcome(page)).to_have_text("")
    await expect(panel(page).get_by_role("button", name="Set up")).to_be_visible()
    await expect(panel(page).get_by_label("Name")).to_have_value("Casey Customer")
