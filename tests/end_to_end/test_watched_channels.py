"""Messages in watched channels of Slack: from what somebody says to the alert and what follows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest

from adapters.screening import Screener
from bot.app.made_up import ROOMS
from core.services.messages import Channel
from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.ledger import all_said, entries
from tests.end_to_end.slack_events import says, send, told
from tests.support.databases import behind_its_back

MAILBOX: Final = "reviews"
CHANNEL: Final = ROOMS[Channel.REVIEWS].id
SAID: Final = f"A walrus of a mail from {steps.MAIL}, who asks about a grant"
KNOWN: Final = ("this contact may happen on conditions", "ALT-")
SENT: Final = "1700000000.000100"


@asynccontextmanager
async def under_sanction(database_url: str, folder: Path) -> AsyncIterator[Chat]:
    """A customer with a sanction in force, whose contacts nobody has told of yet."""
    async with opened_chat(database_url, folder) as chat:
        await steps.up_to_a_sanction(chat.hand("UASHA"), chat.hand("UMORGAN"))
        await chat.hand("UFRANKIE").sees("contact-alerts", "1 sanction in force")
        await all_said(database_url, chat.cloud)
        yield chat


async def watched(chat: Chat) -> None:
    focus = chat.hand("UFRANKIE")
    await focus.command_in(MAILBOX, "watch")
    await focus.sees(MAILBOX, "This channel is watched")


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


async def test_the_message_is_reported_as_an_incident_with_its_own_words(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        asha = chat.hand("UASHA")
        ts = await says(chat.cloud, asha, MAILBOX, SAID)
        await asha.press("Report as an incident", *KNOWN, place=MAILBOX)
        came = await asha.filled_in("What happened?", "When was it?")
        assert came["What happened?"] == SAID
        assert came["When was it?"] == int(float(ts)) // 60 * 60
        answers = {k: v for k, v in steps.incident().items() if k != "What happened?"}
        await steps.sends(asha, answers)
        await asha.sees("contact-alerts", "a breach was reported", "Asha Adviser")
        await asha.sees_beneath(MAILBOX, ts, "a breach was reported")
        assert entries(database_url)["incident-reported"] == 3


async def test_a_message_that_was_deleted_meanwhile_is_reported_in_ones_own_words(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        asha = chat.hand("UASHA")
        event = {"subtype": "bot_message", "bot_id": "BMAILBOX", "ts": SENT, "text": SAID}
        await send(chat.cloud, CHANNEL, event)
        await asha.press("Report as an incident", *KNOWN, place=MAILBOX)
        assert (await asha.filled_in("What happened?"))["What happened?"] is None
        assert "cannot be read again" in await asha.form("What happened?")


async def everything_kept(chat: Chat) -> str:
    """Every entry of the timelines of alerts, as it is when it is read."""
    query = "SELECT DISTINCT stream FROM entries WHERE stream LIKE 'alert:%'"
    streams = [row.stream for row in behind_its_back(chat.database_url, query)]
    assert streams
    store = chat.bot.house.desk.store
    return "".join([str(await store.load(stream)) for stream in streams])


async def nothing_followed(chat: Chat, kept: dict[str, int], stands: int) -> None:
    await all_said(chat.database_url, chat.cloud)
    assert entries(chat.database_url) == kept
    assert len(chat.cloud.standing()) == stands
    assert (await chat.bot.house.storage.verify()).ok
