"""The cards of the story, drawn by Microsoft's renderer; `make pictures` keeps what it sees."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from tests.end_to_end import steps
from tests.end_to_end.test_browser_story import gallery
from tests.end_to_end.two_chats import TwoChats, opened_two_chats
from tests.support.adaptive_reading import elements, words
from tests.support.browser import browser
from tests.support.card_drawing import LOCKED, Drawing, opened_drawing
from tests.support.npm import installed

__all__ = ["browser"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

Json = dict[str, Any]


async def test_every_word_of_the_cards_can_be_read(browser: Browser, tmp_path: Path) -> None:
    drawing = await opened_drawing(browser, await installed(LOCKED, tmp_path), gallery())
    database = f"sqlite:///{tmp_path / 'ucb.db'}"
    async with opened_two_chats(database, tmp_path) as chats:
        await _the_report(chats, drawing)
        await _the_decision(chats, drawing)
        await _the_alert(chats, drawing)
        await _what_did_not_arrive(chats, drawing)


async def _the_report(chats: TwoChats, drawing: Drawing) -> None:
    asha = chats.at_teams("asha")
    await asha.command("report")
    await asha.fill({**steps.NEW_CUSTOMER, **steps.incident(), "What happened?": ""})
    wrong = await asha.submit()
    assert wrong.keys() == {"What happened?"}
    await _drawn(drawing, asha.dialog, "report")
    await asha.fill({"What happened?": "He shouted that my advice was useless, and hung up."})
    assert await asha.submit() == {}


async def _the_decision(chats: TwoChats, drawing: Drawing) -> None:
    await steps.proposes_a_warning(chats.at_teams("asha"))
    morgan = chats.at_teams("morgan")
    await _drawn(drawing, await morgan.card("direct", "Please decide"), "approval")
    waits = "a warning waits for a decision"
    await _drawn(drawing, await morgan.card("customer-focus", waits), "notice")
    await _drawn(drawing, await morgan.own_view("customer-focus", waits))


async def _the_alert(chats: TwoChats, drawing: Drawing) -> None:
    asha, morgan, frankie = map(chats.at_teams, ("asha", "morgan", "frankie"))
    await steps.approves(morgan)
    await steps.says_that_the_customer_was_told(asha)
    await steps.reports_again(asha)
    await steps.proposes_a_sanction(asha)
    await steps.approves(morgan, "We offered a meeting")
    await steps.logs_a_call(asha)
    alert = await frankie.card("contact-alerts", "may not happen now")
    await _drawn(drawing, alert, "alert")


async def _what_did_not_arrive(chats: TwoChats, drawing: Drawing) -> None:
    chats.teams.connector.blocked.add(chats.people["asha"].chat)
    await steps.reports_again(chats.at_slack("asha"))
    told = await chats.at_teams("frankie").card("customer-focus", "did not arrive")
    await _drawn(drawing, told, "undelivered")


async def _drawn(drawing: Drawing, card: Json, name: str = "") -> None:
    """Also checks that nothing is lost on the way; what unfolds on a press is not seen yet."""
    seen = _plain(await drawing.draw(card, name))
    for element in elements({**card, "actions": []}):
        if element["type"] in ("TextBlock", "RichTextBlock"):
            assert _plain(words(element)) in seen
    for action in card.get("actions", []):
        assert _plain(action["title"]) in seen


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
