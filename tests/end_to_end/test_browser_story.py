"""What a newcomer lives: `ucb playground`, a browser, and the whole story."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.end_to_end.browser_hand import BrowserHand
from tests.end_to_end.cloud import free_port
from tests.end_to_end.stories import appeal, extreme
from tests.end_to_end.story import Cast, tell
from tests.support.browser import browser

__all__ = ["browser"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

PATIENCE = 20_000.0


@asynccontextmanager
async def playground(folder: Path) -> AsyncIterator[str]:
    """The command itself, as a process of its own. Yields the address it prints."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK_", "UCB_"))}
    inherited.pop("DATABASE_URL", None)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "playground"),
        env={**inherited, "DATA_DIR": str(folder), "PORT": str(free_port())},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
        yield line.rpartition(" ")[2].strip()
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), 30)
    assert process.returncode == 0


@asynccontextmanager
async def seated(browser: Browser, url: str, seat: str) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 1280, "height": 860}, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(f"{url}/#{seat}")
    try:
        yield page
    finally:
        await context.close()


def gallery() -> Path | None:
    """`make pictures` names a folder, and the documentation's pictures are taken on the way."""
    named = os.environ.get("UCB_PICTURES")
    return Path(named) if named else None


async def test_a_newcomer_lives_the_whole_story(browser: Browser, tmp_path: Path) -> None:
    expect.set_options(timeout=PATIENCE)
    async with playground(tmp_path) as url, AsyncExitStack() as stack:
        seats = ("UASHA", "UMORGAN", "UDEVI", "UFRANKIE", "UCLEO")
        pages = [await stack.enter_async_context(seated(browser, url, seat)) for seat in seats]

        async def jump(label: str) -> None:
            asha = pages[0]
            await asha.get_by_role("button", name="Clock:").click()
            starts = re.compile(f"^{re.escape(label)}")
            await asha.locator(".jump").filter(has_text=starts).first.click()
            await expect(asha.get_by_text("Moved.")).to_be_visible()
            await asha.keyboard.press("Escape")

        asha, morgan, devi, frankie, cleo = (BrowserHand(page, gallery()) for page in pages)
        await tell(Cast(asha, morgan, devi, frankie, jump))
        await extreme.is_decided_at_once(asha, devi)
        await extreme.is_known_and_told(asha, devi, frankie)
        await appeal.is_answered(asha, devi, cleo, frankie)
