"""A headless Chromium for the journeys: the one that is there, or Debian's where it may be added.

Use ``browser`` in tests marked ``pytest.mark.asyncio(loop_scope="session")``.
"""

import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from functools import cache

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

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
APT = ("apt-get", "install", "-y", "--no-install-recommends", "chromium")


def installed() -> str | None:
    """The path of the Chromium found: ``$CHROMIUM`` before those of the system."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, (named, *NAMES) if named else NAMES)), None)


def install() -> None:
    """Add Debian's Chromium, where this process may."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("apt-get", "update"), APT):
        subprocess.run(command, env=quiet, capture_output=True, check=False, timeout=600)


@cache
def chromium() -> str | None:
    if (found := installed()) is None:
        install()
        found = installed()
    return found


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
