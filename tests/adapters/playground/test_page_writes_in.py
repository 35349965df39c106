"""The panel "A customer writes in"."""

import asyncio
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.adapters.playground.stage import ALERTS, ASHA, Stage
from tests.adapters.playground.writing_in import opens, outcome, panel, send
from tests.support.browser import browser
from tests.support.page import Watch, page, play, watch

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")


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
