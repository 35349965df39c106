"""Cards as Microsoft's open-source renderer draws them, in a browser."""

from pathlib import Path
from typing import Any, Final

from playwright.async_api import Browser, Page

Json = dict[str, Any]

LOCKED: Final = Path(__file__).parent / "renderer"
_PAGE: Final = '<!doctype html><html lang="en"><meta charset="utf-8"><div id="card"></div></html>'


class Drawing:
    """``gallery``: where pictures are kept; ``None`` for nowhere."""

    def __init__(self, page: Page, gallery: Path | None) -> None:
        self._page = page
        self._gallery = gallery

    async def draw(self, card: Json, name: str = "") -> str:
        """Returns the words to be read in it. Fails on whatever the renderer finds wrong."""
        wrong = await self._page.evaluate((LOCKED / "draw.js").read_text("utf-8"), card)
        assert wrong == [], wrong
        shown = self._page.locator("#card")
        if self._gallery and name:
            await shown.screenshot(path=self._gallery / f"teams-{name}.png")
        return await shown.inner_text()


async def opened_drawing(browser: Browser, packages: Path, gallery: Path | None) -> Drawing:
    """``packages``: where the renderer is installed."""
    page = await browser.new_page(
        viewport={"width": 640, "height": 860}, device_scale_factor=2, locale="en-GB"
    )
    dist = packages / "adaptivecards" / "dist"
    await page.set_content(_PAGE)
    await page.add_script_tag(path=dist / "adaptivecards.js")
    await page.add_style_tag(path=dist / "adaptivecards.css")
    await page.add_style_tag(path=LOCKED / "look.css")
    return Drawing(page, gallery)
