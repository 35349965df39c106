"""Stage 1: who is still to say how contact went after a warning, over signed HTTP requests."""

from datetime import timedelta
from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.ledger import all_said, entries
from tests.end_to_end.stories import appeal

TO_SAY = "say how contact went after the warning"
BROUGHT_TO_MIND = "looking again after a warning"


async def test_once_sanctions_followed_nobody_is_asked_how_contact_went(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager = map(chat.hand, ("UASHA", "UMORGAN"))
        await steps.up_to_a_warning(adviser, manager)
        await steps.reports_again(adviser)
        assert TO_SAY in await _case(chat, "Stage 1")
        await steps.proposes_a_sanction(adviser)
        await steps.approves(manager, "a sanction")
        await steps.writes_to_the_customer(adviser)
        assert TO_SAY not in await _case(chat, "Stage 2")
        await _days_later(chat, 40)
        assert BROUGHT_TO_MIND not in await adviser.reads("direct")
        await all_said(database_url, chat.cloud)
        assert entries(database_url)["reminded"] == 0


async def test_after_an_appeal_that_withdrew_them_the_warning_is_looked_back_on(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, focus = map(chat.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        await steps.up_to_a_sanction(adviser, manager)
        await steps.writes_to_the_customer(adviser)
        await _days_later(chat, 40)
        await appeal.is_answered(adviser, manager, chat.hand("UDARA"), focus)
        assert TO_SAY in await _case(chat, "Stage 4")
        await chat.bot.errands.catch_up()
        await adviser.press("Say how it went", BROUGHT_TO_MIND, "is due today")
        await steps.sends(adviser, {"How did the behaviour go?": "It improved"})
        assert entries(database_url)["monitoring-concluded"] == 1


async def _case(chat: Chat, stage: str) -> str:
    """The page of the case at that stage, in small letters."""
    hand = chat.hand("UASHA")
    await hand.command(f"case {steps.MAIL}")
    return (await hand.sees("direct", "Case UCB", stage)).lower()


async def _days_later(chat: Chat, days: int) -> None:
    clock = chat.cloud.clock
    clock.jump_to(clock.now() + timedelta(days=days))
    await chat.bot.errands.catch_up()
