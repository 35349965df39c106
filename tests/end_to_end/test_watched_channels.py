"""Messages in watched channels of Slack: from what somebody says to the alert and what follows."""

from pathlib import Path

import pytest

from adapters.screening import Screener
from tests.end_to_end import steps
from tests.end_to_end.chat import Chat
from tests.end_to_end.ledger import all_said, entries
from tests.end_to_end.slack_events import says, send, told
from tests.end_to_end.watching import (
    CHANNEL,
    KNOWN,
    MAILBOX,
    SAID,
    SENT,
    nothing_followed,
    under_sanction,
    watched,
)
from tests.support.databases import behind_its_back


async def test_a_message_of_a_known_customer_is_alerted_and_replied_to(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        ts = await says(chat.cloud, chat.hand("UASHA"), MAILBOX, SAID)
        focus = chat.hand("UFRANKIE")
        alert = await focus.sees("contact-alerts", *KNOWN)
        beneath = await focus.sees_beneath(MAILBOX, ts, *KNOWN)
        for private in ("Casey", steps.MAIL, "walrus"):
            assert private not in alert
            assert private not in beneath
        assert entries(database_url)["contact-seen"] == 1
        await all_said(database_url, chat.cloud)
        assert "walrus" not in await everything_kept(chat)


async def test_a_channel_that_nobody_watches_is_not_looked_at(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    overhear = Screener.overhear

    def noted(self: Screener, text: str) -> object:
        looked_at.append(text)
        return overhear(self, text)

    monkeypatch.setattr(Screener, "overhear", noted)
    async with under_sanction(database_url, tmp_path) as chat:
        asha = chat.hand("UASHA")
        await says(chat.cloud, asha, MAILBOX, SAID)
        assert looked_at == []
        await watched(chat)
        await says(chat.cloud, asha, "customer-focus", SAID)
        assert looked_at == []
        await says(chat.cloud, asha, MAILBOX, SAID)
        assert looked_at == [SAID]
        await chat.hand("UFRANKIE").command_in(MAILBOX, "unwatch")
        await asha.sees(MAILBOX, *KNOWN)
        await chat.hand("UFRANKIE").sees(MAILBOX, "This channel is not watched")
        await says(chat.cloud, asha, MAILBOX, SAID)
        assert looked_at == [SAID]
        assert entries(database_url)["contact-seen"] == 1


async def test_what_is_said_to_the_bot_alone_is_not_even_told_to_it(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await chat.hand("UASHA").say("direct", SAID)
        await says(chat.cloud, chat.hand("UASHA"), MAILBOX, "Good morning")
        assert [b"Good morning" in taken.body for taken in told(chat.cloud)] == [True]


async def test_a_message_told_twice_at_once_and_again_later_is_one_contact(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        chat.cloud.front.copies = 3
        ts = await says(chat.cloud, chat.hand("UASHA"), MAILBOX, SAID)
        chat.cloud.front.copies = 1
        await chat.hand("UFRANKIE").sees_beneath(MAILBOX, ts, *KNOWN)
        await all_said(database_url, chat.cloud)
        kept, stands = entries(database_url), len(chat.cloud.standing())
        assert kept["contact-seen"] == kept["alert-raised"] == 1
        assert (await chat.cloud.front.again(told(chat.cloud)[-1])).status == 200
        await nothing_followed(chat, kept, stands)


async def test_an_edit_of_it_is_no_other_contact(database_url: str, tmp_path: Path) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        ts = await says(chat.cloud, chat.hand("UASHA"), MAILBOX, SAID)
        await chat.hand("UFRANKIE").sees_beneath(MAILBOX, ts, *KNOWN)
        await all_said(database_url, chat.cloud)
        kept, stands = entries(database_url), len(chat.cloud.standing())
        edited = {"type": "message", "user": "UASHA", "ts": ts, "text": f"{SAID} once more"}
        event = {"subtype": "message_changed", "ts": "1800000000.000100", "message": edited}
        await send(chat.cloud, CHANNEL, event)
        await nothing_followed(chat, kept, stands)


async def test_what_the_bot_itself_says_is_no_contact(database_url: str, tmp_path: Path) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        kept, stands = entries(database_url), len(chat.cloud.standing())
        own = {"user": "U0UCBBOT", "bot_id": "B0UCBBOT", "app_id": "A0UCBAPP"}
        await send(chat.cloud, CHANNEL, {**own, "ts": SENT, "text": SAID})
        await nothing_followed(chat, kept, stands)


async def test_an_integration_that_puts_everything_into_attachments_is_read(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        mail = {
            "title": "New mail",
            "fields": [{"title": "From", "value": f"<mailto:{steps.MAIL}>"}],
        }
        event = {"subtype": "bot_message", "bot_id": "BMAILBOX", "ts": SENT, "attachments": [mail]}
        await send(chat.cloud, CHANNEL, event)
        focus = chat.hand("UFRANKIE")
        await focus.sees("contact-alerts", *KNOWN)
        await focus.sees_beneath(MAILBOX, SENT, *KNOWN)


async def test_several_messages_are_one_alert_with_a_count(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        asha, focus = chat.hand("UASHA"), chat.hand("UFRANKIE")
        for _ in range(3):
            await says(chat.cloud, asha, MAILBOX, SAID)
        await focus.sees("contact-alerts", *KNOWN, "3 contacts")
        await focus.sees(MAILBOX, *KNOWN, "3 contacts")
        await all_said(database_url, chat.cloud)
        alerts = [each for each in chat.cloud.standing() if "ALT-" in str(each.blocks)]
        assert sorted(each.channel for each in alerts) == ["CALERTS", "CREVIEWS"]


async def everything_kept(chat: Chat) -> str:
    """Every entry of the timelines of alerts, as it is when it is read."""
    query = "SELECT DISTINCT stream FROM entries WHERE stream LIKE 'alert:%'"
    streams = [row.stream for row in behind_its_back(chat.database_url, query)]
    assert streams
    store = chat.bot.house.desk.store
    return "".join([str(await store.load(stream)) for stream in streams])
