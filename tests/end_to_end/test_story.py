"""The whole story over signed HTTP requests, on both databases."""

from pathlib import Path

from tests.end_to_end.chat import opened_chat
from tests.end_to_end.ledger import all_said, parked
from tests.end_to_end.story import tell


async def test_report_warn_sanction_alert_remind_lift(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        await tell(chat.cast())
        await all_said(database_url, chat.cloud)
        assert parked(database_url) == {}
        verification = await chat.bot.house.storage.verify()
        assert verification.ok
        assert verification.entries > 15
