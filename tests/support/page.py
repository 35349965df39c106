"""The playground's page, open in a browser before the real playground and a bot that obeys.

Use ``play`` and ``page`` in tests marked ``pytest.mark.asyncio(loop_scope="session")``.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from tests.adapters.playground.samples import Json, plain
from tests.adapters.playground.stage import ASHA, Stage, staged

PATIENCE = 10_000.0
"""Milliseconds a step may take on a busy machine."""

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}


@dataclass
class Watch:
    """What a page must not do: complain in its console, or ask another host for anything.

    ``expected``: part of a complaint that the test provokes.
    """

    base: str
    expected: str | None = None
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        is_complaint = message.type in ("error", "warning")
        if is_complaint and (self.expected is None or self.expected not in message.text):
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(self.base):
            self.elsewhere.append(request.url)


@pytest_asyncio.fixture(loop_scope="session")
async def play(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="session")
async def watch(play: Stage) -> AsyncIterator[Watch]:
    kept = Watch(play.base)
    yield kept
    assert kept.complaints == []
    assert kept.elsewhere == []


@pytest_asyncio.fixture(loop_scope="session")
async def page(play: Stage, watch: Watch, browser: Browser) -> AsyncIterator[Page]:
    """In the adviser's seat, in the conversation with the bot."""
    async with opened(browser, watch, f"{play.base}/#{ASHA}") as page:
        await expect(page.get_by_role("heading", name="UCB", exact=True)).to_be_visible()
        yield page


@asynccontextmanager
async def opened(browser: Browser, watch: Watch, url: str, **options: Any) -> AsyncIterator[Page]:
    """A machine far from London, so that a time shown in its own zone would be noticed."""
    settings = {"viewport": DESKTOP, "locale": "en-GB", "timezone_id": "Asia/Tokyo", **options}
    context = await browser.new_context(**settings)
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    watch.over(page)
    await page.goto(url)
    try:
        yield page
    finally:
        await context.close()


def composer(page: Page) -> Locator:
    return page.get_by_test_id("composer-input")


def last_message(page: Page) -> Locator:
    return page.get_by_test_id("message").last


def form_named(page: Page, name: str) -> Locator:
    return page.get_by_role("dialog", name=name)


def choice(value: str, label: str, about: str = "") -> Json:
    shown: Json = {"value": value, "text": plain(label)}
    return {**shown, "description": plain(about)} if about else shown


def entries(payload: Json) -> Json:
    """What a submission holds, by block id."""
    values = payload["view"]["state"]["values"]
    return {
        block_id: next(value for key, value in entry["field"].items() if key != "type")
        for block_id, entry in values.items()
    }
