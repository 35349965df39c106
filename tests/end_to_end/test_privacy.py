"""After the whole story: nothing about the customer where it does not belong.

Some calls fail on the way, for a log says most when something fails.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.cloud import SIGNING_SECRET, TOKEN
from tests.end_to_end.ledger import all_said
from tests.end_to_end.story import tell
from tests.end_to_end.weather import DELIVERING, RESPONSE, broken
from tests.support.log_book import log_book

PERSONAL = (
    "Casey",
    "casey",
    "customer.example",
    "zebra",
    "shouted",
    "back to front",
    "Abusive",
    "Grant application",
    "Umbrella",
    "offered a meeting",
    "an interpreter",
    "It went on the next day",
    "Shouting at colleagues",
    "Speak calmly",
    "Three calm months",
)
SECRETS = (TOKEN, SIGNING_SECRET)


async def test_nothing_of_the_customer_is_in_channels_the_log_or_the_file(
    sqlite_url: str, tmp_path: Path
) -> None:
    with log_book(SECRETS) as log:
        async with opened_chat(sqlite_url, tmp_path) as chat:
            chat.cloud.weather.brings(broken(arrives=True), *DELIVERING, times=9)
            chat.cloud.weather.brings(broken(arrives=False), RESPONSE, times=2)
            await tell(chat.cast())
            await all_said(sqlite_url, chat.cloud)
            secrets = chat.settings.secrets
            assert set(SECRETS) < set(secrets)

            posted = channel_posts(chat)
            assert "contact" in posted
            assert found_in(posted.encode(), (*PERSONAL, *secrets)) == []

            kept = b"".join(file.read_bytes() for file in database_files(tmp_path))
            assert b"incident-reported" in kept
            assert found_in(kept, (*PERSONAL, *secrets)) == []
        written = log.getvalue()
        assert "is tried again in" in written
        assert "a response URL was not taken" in written
        assert found_in(written.encode(), (*PERSONAL, *secrets)) == []


def channel_posts(chat: Chat) -> str:
    """Everything the bot ever sent to a channel, whatever has become of it since."""
    calls = chat.cloud.weather.of("chat.postMessage", "chat.update", "chat.postEphemeral")
    sent = [call for call in calls if str(call["channel"]).startswith("C")]
    assert len(sent) >= 8
    return json.dumps(sent, ensure_ascii=False)


def database_files(folder: Path) -> list[Path]:
    files = [file for file in folder.iterdir() if file.name.startswith("ucb.db")]
    assert {"ucb.db", "ucb.db-wal"} <= {file.name for file in files}
    return files


def found_in(raw: bytes, words: Iterable[str]) -> list[str]:
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    return [word for word in words if any(word.encode(code) in raw for code in codes)]
