"""Both chats with a customer under sanction, and another system that tells of contacts."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest_asyncio

from bot.app.made_up import ROOMS
from tests.end_to_end import steps
from tests.end_to_end.contact_sender import ContactSender
from tests.end_to_end.ledger import entries, eventually, parked, waiting
from tests.end_to_end.slack_hand import SlackHand
from tests.end_to_end.teams_hand import TeamsHand
from tests.end_to_end.test_privacy import database_files, found_in
from tests.end_to_end.two_chats import CHANNELS, TwoChats, opened_two_chats
from tests.support.log_book import log_book

ALERTS: Final = "contact-alerts"
START: Final = datetime(2031, 6, 2, 10, 29, 30, tzinfo=UTC)
"""In summer, when it is another hour in London."""
CALLED_AT: Final = "2031-06-02T10:29:00Z"
CALL: Final[dict[str, object]] = {
    "means": "phone",
    "name": "C. Customer",
    "emails": [steps.MAIL],
    "at": CALLED_AT,
}
PRIVATE: Final = ("Casey", "Customer (", steps.MAIL, "quince", "Umbrella", "zebra", "07700")
"""What nobody reads in a channel, nor in the notification of a message there."""


@dataclass(frozen=True, slots=True)
class AlertStage:
    """``asha`` looks after the case, and is at Slack; ``frankie`` is at Teams."""

    chats: TwoChats
    database_url: str
    sender: ContactSender

    @property
    def asha(self) -> SlackHand:
        return self.chats.at_slack("asha")

    @property
    def frankie(self) -> TeamsHand:
        return self.chats.at_teams("frankie")

    async def comes(self, key: str, contact: Mapping[str, object]) -> Any:
        """What another system is told of a contact."""
        status, told = await self.sender.tells_of(key, **contact)
        assert status == 202, told
        return told

    async def alerted(
        self, key: str, contact: Mapping[str, object], became: str = "alerted"
    ) -> str:
        """The reference of the one alert that a contact is told in."""
        told = await self.comes(key, contact)
        assert told["became"] == became, told
        (reference,) = told["alerts"]
        return str(reference)

    async def both_see(self, *words: str) -> tuple[str, str]:
        """What is read in the alerts channel of Slack and of Teams."""
        return await self.asha.sees(ALERTS, *words), await self.frankie.sees(ALERTS, *words)

    async def quiet(self) -> None:
        """Waits until all is said."""
        await eventually(lambda: waiting(self.database_url) == 0)

    def kept(self, kind: str) -> int:
        return entries(self.database_url)[kind]

    def posted(self, reference: str) -> tuple[int, int]:
        """How many messages stand with this alert in the channels of Slack and of Teams."""
        at_slack = [each for each in self.chats.slack.standing() if reference in str(each.blocks)]
        return len(at_slack), len([text for text in self._in_teams() if reference in text])

    def all_in_channels(self) -> str:
        """Everything ever sent to a channel of Slack, and all that stands in one of Teams."""
        rooms = {room.id for room in ROOMS.values()}
        calls = self.chats.slack.weather.of("chat.postMessage", "chat.update")
        sent = [_text(call) for call in calls if call.get("channel") in rooms]
        return "\n".join((*sent, *self._in_teams()))

    def _in_teams(self) -> list[str]:
        public = set(CHANNELS.values())
        posted = self.chats.teams.connector.messages
        return [_text(each.activity) for each in posted if each.conversation in public]


def _text(sent: object) -> str:
    return json.dumps(sent, ensure_ascii=False)


@asynccontextmanager
async def opened_stage(
    database_url: str, folder: Path, start: datetime | None = START
) -> AsyncIterator[AlertStage]:
    """At the end everything is said, the timeline is whole, and no channel has read who it is.

    ``start``: ``None`` for the real time, as commands on the server have it.
    """
    async with opened_two_chats(database_url, folder) as chats:
        stage = AlertStage(chats, database_url, chats.sender())
        if start:
            chats.slack.clock.jump_to(start)
        await steps.up_to_a_sanction(stage.asha, chats.at_slack("morgan"))
        yield stage
        await stage.quiet()
        assert parked(database_url) == {}
        assert (await chats.house.storage.verify()).ok
        public = stage.all_in_channels()
        assert "ALT-" in public
        assert found_in(public.encode(), PRIVATE) == []


@pytest_asyncio.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[AlertStage]:
    """On both databases; neither the log nor the file of one names anybody either."""
    with log_book(()) as log:
        async with opened_stage(database_url, tmp_path) as opened:
            yield opened
            if database_url.startswith("sqlite"):
                kept = b"".join(file.read_bytes() for file in database_files(tmp_path))
                assert found_in(kept, PRIVATE) == []
    written = log.getvalue()
    assert written
    assert found_in(written.encode(), PRIVATE) == []
