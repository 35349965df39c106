"""A colleague at the playground's page, in a real browser."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.end_to_end.hand import Typed

CONFIRMS = "Approve"


class BrowserHand:
    """Implements ``Hand`` on a page that sits in one seat. ``gallery``: where pictures go."""

    def __init__(self, page: Page, gallery: Path | None = None) -> None:
        self.page = page
        self._gallery = gallery

    async def command(self, text: str) -> None:
        await self.go("direct")
        box = self.page.get_by_test_id("composer-input")
        await box.fill(f"/ucb {text}")
        await box.press("Enter")

    async def fill(self, answers: Mapping[str, Typed]) -> None:
        for label, typed in answers.items():
            await self._enter(label, typed)

    async def submit(self) -> Mapping[str, str]:
        """A form that is sent either goes, or changes, or says what is wrong."""
        await self._form.locator("button[type=submit]").click()
        await expect(self.page.locator("dialog [aria-busy=true]")).to_have_count(0)
        fields = self.page.locator("dialog .field")
        wrong = fields.filter(has=self.page.locator(".field-error:not([hidden])"))
        return {
            await each.locator("legend, label").first.inner_text(): await each.locator(
                ".field-error"
            ).inner_text()
            for each in await wrong.all()
        }

    async def finish(self) -> str:
        if await self.page.get_by_role("dialog").count() == 0:
            return ""
        words = await self._form.inner_text()
        await self._form.get_by_role("button", name="Close").last.click()
        return words

    async def sees(self, place: str, *words: str) -> str:
        message = await self._message(place, words)
        return await message.inner_text()

    async def press(self, label: str, *words: str, place: str = "direct") -> None:
        message = await self._message(place, words, button=label)
        await message.get_by_role("button", name=label, exact=True).click()
        if label == CONFIRMS:
            sure = self.page.get_by_role("alertdialog").or_(self.page.get_by_role("dialog"))
            await sure.get_by_role("button", name=label, exact=True).click()

    async def buttons(self, place: str, *words: str) -> list[str]:
        message = await self._message(place, words)
        return [await b.inner_text() for b in await message.locator("[data-card] button").all()]

    async def picture(self, name: str, *words: str, place: str = "direct") -> None:
        if self._gallery is None:
            return
        if words:
            await self._message(place, words)
        await self.page.screenshot(path=self._gallery / f"{name}.png", animations="disabled")

    async def go(self, place: str) -> None:
        name = "UCB" if place == "direct" else place
        heading = self.page.get_by_role("heading", name=re.compile(f"^#? ?{name}$"))
        if not await heading.is_visible():
            await self.page.get_by_role("button", name=re.compile(rf"^#? ?{name}( \d|$)")).click()
        await expect(heading).to_be_visible()

    @property
    def _form(self) -> Locator:
        return self.page.get_by_role("dialog").last

    async def _message(
        self, place: str, words: Sequence[str], button: str | None = None
    ) -> Locator:
        await self.go(place)
        found = self.page.get_by_test_id("message")
        for each in words:
            found = found.filter(has_text=each)
        if button:
            named = self.page.get_by_role("button", name=button, exact=True)
            found = found.filter(has=named)
        await expect(found.last).to_be_visible()
        # A card may be drawn anew meanwhile, and Playwright would wait for the old one to rest.
        await found.last.evaluate("card => card.scrollIntoView({ block: 'nearest' })")
        return found.last

    async def _enter(self, label: str, typed: Typed) -> None:
        starts = re.compile(f"^{re.escape(label)}")
        called = self.page.locator("legend, label").filter(has_text=starts)
        field = self._form.locator(".field").filter(has=called)
        await expect(field).to_be_visible()
        if await field.locator(".choice").count():
            for choice in typed if isinstance(typed, list) else [str(typed)]:
                await field.get_by_label(re.compile(f"^{re.escape(choice)}")).check()
            return
        control = field.locator("input, textarea, select")
        if await control.evaluate("each => each.tagName") == "SELECT":
            await control.select_option(label=str(typed))
            return
        await control.fill(str(typed))
        if await control.get_attribute("role") == "combobox":
            await field.get_by_role("option").filter(has_text=str(typed)).first.click()
