"""A headless Chromium for the journeys: the one that is there, or Debian's where it may be added.

Use ``browser`` in tests marked ``pytest.mark.asyncio(loop_scope="session")``.
"""

import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.support.debian import program

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The path of the Chromium found: ``$CHROMIUM`` before those of the system."""
    named = os.environ.get("CHROMIUM")
    return program(*((named,) if named else ()), *NAMES, package="chromium")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    if path is None:
        message = "browser journeys did not run: no Chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=path, headless=True, args=list(FLAGS)
        )
        yield launched
        await launched.close()
