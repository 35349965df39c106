"""The panel "A customer writes in"."""

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.adapters.playground.stage import ALERTS, ASHA, Stage
from tests.adapters.playground.test_page_looks import OVERFLOW, SMALL
from tests.support.browser import browser
from tests.support.page import PHONE, Watch, composer, opened, page, play, watch

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

OPENER = "Write in as a customer"


def panel(page: Page) -> Locator:
    return page.get_by_role("complementary", name="A customer writes in")


def send(page: Page) -> Locator:
    return panel(page).get_by_role("button", name="Write in", exact=True)


def outcome(page: Page) -> Locator:
    return panel(page).get_by_role("status")


async def opens(page: Page) -> None:
    await page.get_by_role("button", name=OPENER).click()
    await expect(send(page)).to_be_visible()


async def test_an_example_fills_the_fields_and_is_sent(play: Stage, page: Page) -> None:
    await opens(page)
    play.webhook.answers(became="alerted", alerts=["AL-7K3F9Q"])
    of_casey = panel(page).get_by_role("group", name="Casey Customer")
    await of_casey.get_by_role("button", name="From their own mail address").click()
    await expect(panel(page).get_by_label("Name")).to_have_value("Casey Customer")
    await expect(panel(page).get_by_label("Mail address")).to_have_value("casey@customer.example")
    await expect(panel(page).get_by_label("How do they make contact?")).to_have_value("email")
    await send(page).click()
    await expect(outcome(page)).to_contain_text("Colleagues are alerted")
    await expect(outcome(page)).to_contain_text("AL-7K3F9Q")
    ((_, said),) = play.webhook.heard
    assert said["emails"] == ["casey@customer.example"]
    await expect(panel(page).get_by_label("Name")).to_have_value("Casey Customer")

    await outcome(page).get_by_role("link", name="Open #alerts").click()
    await expect(page).to_have_url(f"{play.base}/#{ASHA}/{ALERTS}")
    await expect(page.get_by_role("heading", name="#alerts")).to_be_visible()


async def test_another_example_takes_the_place_of_the_first(play: Stage, page: Page) -> None:
    await opens(page)
    await panel(page).get_by_role("button", name="From their own").click()
    await panel(page).get_by_role("button", name="Nobody we know").click()
    await expect(panel(page).get_by_label("Mail address")).to_have_value("")
    await send(page).click()
    await expect(outcome(page)).to_contain_text("Nobody under a sanction")
    await expect(outcome(page).get_by_role("link")).to_have_count(0)
    assert [said for _, said in play.webhook.heard] == [
        {"means": "phone", "name": "Nia Nobody", "phones": ["01632 960999"]}
    ]


async def test_somebody_like_a_customer_is_asked_about(play: Stage, page: Page) -> None:
    await opens(page)
    play.webhook.answers(became="asked", alerts=["AL-2", "AL-3"])
    await panel(page).get_by_label("Name").fill("Casey Customer")
    await panel(page).get_by_label("Name").press("Enter")
    await expect(outcome(page)).to_contain_text("A person is asked")
    await expect(outcome(page)).to_contain_text("Alerts AL-2, AL-3")


async def test_a_double_click_sends_once(play: Stage, page: Page) -> None:
    await opens(page)
    await panel(page).get_by_label("Name").fill("Casey Customer")
    await send(page).dblclick()
    await expect(outcome(page)).to_contain_text("Nobody under a sanction")
    await expect(send(page)).not_to_have_attribute("aria-busy", "true")
    assert len(play.webhook.heard) == 1
    async with page.expect_response("**/contacts"):
        await send(page).click()
    (first, _), (second, _) = play.webhook.heard
    assert first != second, "pressed anew, they write in anew"


async def test_while_it_is_sent_it_cannot_be_sent_again(play: Stage, page: Page) -> None:
    await opens(page)
    go = asyncio.Event()

    async def slowly(route: Any) -> None:
        await go.wait()
        await route.continue_()

    await page.route("**/playground/api/contacts", slowly)
    await panel(page).get_by_label("Name").fill("Casey Customer")
    await send(page).press("Enter")
    await expect(send(page)).to_have_attribute("aria-busy", "true")
    await send(page).press("Enter")
    go.set()
    await expect(outcome(page)).to_contain_text("Nobody under a sanction")
    assert len(play.webhook.heard) == 1


async def test_problems_stand_beside_their_fields_and_nothing_is_lost(
    play: Stage, page: Page
) -> None:
    await opens(page)
    await send(page).click()
    await expect(panel(page).get_by_label("Name")).to_be_focused()
    await expect(panel(page).get_by_label("Name")).to_have_accessible_description(
        "Fill in at least one of name, mail address, telephone number and postcode."
    )
    error = {"pointer": "#/emails/0", "detail": "An address has one @.", "remedy": "Mend it."}
    play.webhook.answers(422, detail="One place.", errors=[error])
    mail = panel(page).get_by_label("Mail address")
    await mail.fill("casey at customer.example")
    await panel(page).get_by_label("Postcode").fill("ZZ1 1ZZ")
    await send(page).click()
    await expect(mail).to_have_accessible_description("An address has one @. Mend it.")
    await expect(mail).to_be_focused()
    await expect(mail).to_have_value("casey at customer.example")
    await expect(panel(page).get_by_label("Postcode")).to_have_value("ZZ1 1ZZ")


async def test_a_contact_that_did_not_arrive_is_the_same_when_sent_again(
    play: Stage, page: Page, watch: Watch
) -> None:
    watch.expected = "status of 502"
    await opens(page)
    play.webhook.answers(500)
    await panel(page).get_by_label("Telephone number").fill("01632 960001")
    await send(page).click()
    await expect(panel(page).get_by_role("alert")).to_contain_text("UCB did not respond.")
    await expect(panel(page).get_by_label("Telephone number")).to_have_value("01632 960001")
    play.webhook.answers(became="nothing", alerts=[])
    await send(page).click()
    await expect(outcome(page)).to_contain_text("Nobody under a sanction")
    await expect(panel(page).get_by_role("alert")).to_have_text("")
    (first, _), (second, _) = play.webhook.heard
    assert first == second


async def test_where_nobody_is_known_somebody_is_set_up(
    play: Stage, page: Page, watch: Watch
) -> None:
    watch.expected = "status of 409"
    play.webhook.known, play.webhook.cannot = False, "Morgan is away."
    await opens(page)
    button = panel(page).get_by_role("button", name="Set up a sanctioned customer")
    await button.click()
    toast = page.get_by_test_id("toasts").get_by_role("alert")
    await expect(toast).to_contain_text("Morgan is away.")
    play.webhook.cannot = ""
    await button.click()
    await expect(button).to_have_count(0)
    await expect(panel(page).get_by_role("button", name="From their own")).to_be_focused()


async def test_examples_follow_what_happens_meanwhile(play: Stage, page: Page) -> None:
    play.webhook.known = False
    await opens(page)
    own = panel(page).get_by_role("button", name="From their own")
    await expect(own).to_have_count(0)
    await panel(page).get_by_label("Name").fill("Half typ")
    play.webhook.known = True
    await play.post("message", seat=ASHA, channel=ALERTS, text="Something was decided")
    await expect(own).to_be_visible()
    await expect(panel(page).get_by_label("Name")).to_have_value("Half typ")


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
