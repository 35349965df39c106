"""The panel "A customer writes in", as a person finds it."""

from playwright.async_api import Locator, Page, expect

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
