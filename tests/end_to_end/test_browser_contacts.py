"""A known customer makes contact, as a newcomer lives it: `ucb playground` and a browser."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FloatRect, Locator, Page, expect

from bot.app.set_up import NAME
from tests.end_to_end.browser_hand import BrowserHand
from tests.end_to_end.steps import MAIL, up_to_a_sanction
from tests.end_to_end.test_browser_story import PATIENCE, gallery, playground, seated
from tests.support.browser import browser

__all__ = ["browser"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

ALERTS: Final = "contact-alerts"
OWN: Final = "From their own mail address"
LIKE: Final = "Somebody much like them"
CHECK: Final = "please check who made contact"
BESIDE_THE_SIDEBAR: Final[FloatRect] = {"x": 270, "y": 0, "width": 1010, "height": 860}


class Outside:
    """The panel “A customer writes in” of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.panel = page.get_by_role("complementary", name="A customer writes in")
        self._outcome = self.panel.get_by_role("status")

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name)

    async def opens(self) -> None:
        await self.page.get_by_role("button", name="Write in as a customer").click()
        await expect(self.button("Nobody we know")).to_be_visible()

    async def writes_in(self, example: str, outcome: str, means: str | None = None) -> list[str]:
        """Returns the references of the alerts."""
        await self.button(example).click()
        await expect(self._outcome).to_have_text("")
        if means:
            field = self.panel.get_by_label("How do they make contact?")
            await field.select_option(label=means)
        await self.panel.get_by_role("button", name="Write in", exact=True).click()
        await expect(self._outcome).to_contain_text(outcome)
        return re.findall(r"ALT-\w+", await self._outcome.inner_text())

    async def opens_the_channel(self) -> None:
        await self._outcome.get_by_role("link", name=f"Open #{ALERTS}").click()
        await expect(self.page.get_by_role("heading", name=f"#{ALERTS}")).to_be_visible()

    async def picture(self, name: str) -> None:
        """Without the sidebar, which every other picture shows."""
        if folder := gallery():
            path = folder / f"{name}.png"
            await self.page.screenshot(path=path, clip=BESIDE_THE_SIDEBAR, animations="disabled")


@dataclass
class Stage:
    asha: BrowserHand
    morgan: BrowserHand
    frankie: BrowserHand
    outside: Outside


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser, tmp_path: Path) -> AsyncIterator[Stage]:
    expect.set_options(timeout=PATIENCE)
    async with playground(tmp_path) as url, AsyncExitStack() as stack:
        seats = ("UASHA", "UMORGAN", "UFRANKIE")
        pages = [await stack.enter_async_context(seated(browser, url, seat)) for seat in seats]
        asha, morgan, frankie = map(BrowserHand, pages)
        yield Stage(asha, morgan, frankie, Outside(asha.page))


async def test_a_sanctioned_customer_and_somebody_like_them_write_in(stage: Stage) -> None:
    outside = stage.outside
    await outside.opens()
    await expect(outside.panel).to_contain_text("Nobody is under a sanction here yet")
    assert await outside.writes_in("Nobody we know", "Nobody under a sanction") == []

    await up_to_a_sanction(stage.asha, stage.morgan)
    await expect(outside.button(OWN)).to_be_visible()
    (known,) = await outside.writes_in(OWN, "Colleagues are alerted", means="Telephone")
    await outside.opens_the_channel()
    alert = await stage.frankie.sees(ALERTS, known, "this contact may not happen now")
    assert "Casey" not in alert
    assert await stage.frankie.buttons(ALERTS, known) == [
        *("Log what happened", "It was a breach", "Who is it?", "This is another person")
    ]
    await stage.asha.sees(ALERTS, known)
    await outside.picture("writes-in")

    (likely,) = await outside.writes_in(LIKE, "A person is asked")
    asked = await stage.frankie.sees(ALERTS, likely, CHECK)
    assert "Casey" not in asked
    await stage.asha.sees(ALERTS, likely, CHECK)
    await outside.picture("is-it-them")

    await says_that_it_is_another_person(stage.frankie, likely)
    await stage.asha.sees(ALERTS, likely, "it was another person", "Frankie Focus said")
    assert await outside.writes_in(LIKE, "Nobody under a sanction") == []
    assert await outside.writes_in(OWN, "Colleagues are alerted") == [known]
    await stage.frankie.sees(ALERTS, known, "2 contacts")
    messages = stage.frankie.page.get_by_test_id("message")
    await expect(messages.filter(has_text=CHECK)).to_have_count(0)


async def says_that_it_is_another_person(hand: BrowserHand, reference: str) -> None:
    await hand.press("This is another person", reference, place=ALERTS)
    sure = hand.page.get_by_role("alertdialog")
    await sure.get_by_role("button", name="Another person", exact=True).click()


async def test_colleagues_set_up_a_sanctioned_customer_under_their_own_names(stage: Stage) -> None:
    await stage.outside.opens()
    await stage.outside.button("Set up a sanctioned customer").click()
    await expect(stage.outside.button(OWN)).to_be_focused()
    await stage.asha.command("timeline robin.regular@example.org")
    told = await stage.asha.sees("direct", "Timeline of", NAME)
    for decided in (3, 7):
        approved = rf"Morgan Manager\s+Correct\s+Approved the proposal of entry {decided}\."
        assert re.search(approved, told), told
    await stage.asha.sees(ALERTS, "1 sanction in force")


async def test_in_a_watched_channel_a_reply_says_what_may_be_done(stage: Stage) -> None:
    await up_to_a_sanction(stage.asha, stage.morgan)
    await types(stage.frankie, "reviews", "/ucb watch")
    await stage.frankie.sees("reviews", "This channel is watched")
    await types(stage.asha, "reviews", f"{MAIL} rang again about the quince")
    reply = await stage.asha.sees("reviews", "Reply to Asha Adviser", "ALT-")
    assert "Report as an incident" in reply
    (reference,) = set(re.findall(r"ALT-\w+", reply))
    alert = await stage.frankie.sees(ALERTS, reference)
    assert "quince" not in alert
    assert "Report as an incident" not in alert


async def types(hand: BrowserHand, place: str, text: str) -> None:
    await hand.go(place)
    box = hand.page.get_by_test_id("composer-input")
    await box.fill(text)
    await box.press("Enter")
