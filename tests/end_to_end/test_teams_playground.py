"""Microsoft's own local Teams client talks to the running bot: typed in a browser, seen there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from bot.app.teams_playground import run_teams_playground
from bot.settings import PlaygroundSettings
from tests.end_to_end.cloud import free_port
from tests.support.browser import browser
from tests.support.npm import installed

__all__ = ["browser"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

LOCKED = Path(__file__).parents[2] / "manifest" / "teams" / "playground"


async def test_a_command_typed_in_the_client_is_answered_by_a_card(
    browser: Browser, tmp_path: Path
) -> None:
    async with opened_client(tmp_path) as url:
        page = await browser.new_page()
        await page.goto(url)
        await page.get_by_text("Show what you can do").wait_for()
        await types(page, "check casey@customer.example")
        await page.get_by_text("casey@customer.example").last.wait_for()
        await page.get_by_text("Nobody found").wait_for()
        await types(page, "report")
        await page.get_by_role("button", name="Open the form").wait_for()
        await page.close()


async def types(page: Page, text: str) -> None:
    box = page.locator("[contenteditable=true]").first
    await box.click()
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


@asynccontextmanager
async def opened_client(folder: Path) -> AsyncIterator[str]:
    client = (await installed(LOCKED, folder)) / ".bin" / "agentsplayground"
    port, client_port = free_port(), free_port()
    settings = PlaygroundSettings(folder, port, None, "WARNING")
    ready, stop = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(
        run_teams_playground(
            settings, "asha", client, client_port, lambda _: ready.set(), stop.wait
        )
    )
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        waiting.cancel()
        await running
    try:
        yield f"http://localhost:{client_port}/"
    finally:
        stop.set()
        await running
