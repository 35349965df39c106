"""The whole story over signed HTTP requests, on both databases, under policies of two bodies."""

from pathlib import Path

from tests.end_to_end.bodies import Body, at_each_body
from tests.end_to_end.played import played
from tests.end_to_end.story import tell


@at_each_body
async def test_report_warn_sanction_alert_remind_lift(
    database_url: str, tmp_path: Path, body: Body
) -> None:
    async with played(database_url, tmp_path, body) as chat:
        await tell(chat.cast())
