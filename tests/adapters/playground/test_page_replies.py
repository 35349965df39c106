"""Replies beneath a message, on the page."""

import pytest
from playwright.async_api import Page, expect

from tests.adapters.playground.stage import ASHA, ASHA_DM, Stage
from tests.support.browser import browser
from tests.support.page import last_message, page, play, watch

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_reply_says_to_what_it_is_one(play: Stage, page: Page) -> None:
    said = await play.post("message", seat=ASHA, channel=ASHA_DM, text="Casey <b>rang</b>")
    await play.slack.chat_postMessage(channel=ASHA_DM, text="Nothing to do with it")
    await play.slack.chat_postMessage(channel=ASHA_DM, text="They may", thread_ts=said["ts"])
    await expect(last_message(page)).to_contain_text("They may")
    await expect(last_message(page)).to_contain_text("Reply to Asha Adviser: Casey <b>rang</b>")
    await expect(last_message(page).get_by_text("UCB", exact=True)).to_be_visible()
    await expect(page.get_by_test_id("message").nth(1)).not_to_contain_text("Reply to")
