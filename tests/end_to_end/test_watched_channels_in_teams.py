"""Messages in watched channels of Teams, which tells of them where a team's owner consented."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest

from adapters.screening import Screener
from tests.end_to_end import steps
from tests.end_to_end.ledger import entries, eventually, waiting
from tests.end_to_end.slack_events import says
from tests.end_to_end.teams_channel import TeamsChannel
from tests.end_to_end.two_chats import TwoChats, opened_two_chats
from tests.end_to_end.watching import KNOWN, SAID

MESSAGE: Final = "1700000000001"


@asynccontextmanager
async def watched(database_url: str, folder: Path) -> AsyncIterator[TeamsChannel]:
    """With a customer under sanction, whose contacts nobody has told of yet."""
    async with opened_two_chats(database_url, folder) as chats:
        await steps.up_to_a_sanction(chats.at_teams("asha"), chats.at_teams("morgan"))
        await chats.at_teams("frankie").sees("contact-alerts", "1 sanction in force")
        mailbox = TeamsChannel(chats, "reviews")
        await mailbox.command("frankie", "watch")
        await chats.at_teams("frankie").sees("direct", "This channel is watched")
        yield mailbox


async def test_a_message_of_a_known_customer_is_alerted_and_replied_to(
    database_url: str, tmp_path: Path
) -> None:
    async with watched(database_url, tmp_path) as mailbox:
        await mailbox.say("asha", SAID, MESSAGE)
        for there in (mailbox.chats.at_teams("frankie"), mailbox.chats.at_slack("frankie")):
            alert = await there.sees("contact-alerts", *KNOWN)
            for private in ("Casey", steps.MAIL, "walrus"):
                assert private not in alert
        beneath = await mailbox.hand("frankie", MESSAGE).sees("beneath", *KNOWN)
        assert "walrus" not in beneath
        assert entries(database_url)["contact-seen"] == 1


async def test_told_twice_or_edited_it_is_one_contact(database_url: str, tmp_path: Path) -> None:
    async with watched(database_url, tmp_path) as mailbox:
        told = await mailbox.say("asha", SAID, MESSAGE)
        await mailbox.hand("frankie", MESSAGE).sees("beneath", *KNOWN)
        await eventually(lambda: waiting(database_url) == 0)
        kept, posted = entries(database_url), len(mailbox.chats.teams.connector.messages)
        await mailbox.again(told)
        await mailbox.say("asha", f"{SAID} once more", MESSAGE, "messageUpdate")
        assert entries(database_url) == kept
        await eventually(lambda: waiting(database_url) == 0)
        assert len(mailbox.chats.teams.connector.messages) == posted
        assert len(mailbox.beneath(MESSAGE)) == 1


async def test_a_channel_that_nobody_watches_is_not_looked_at(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []

    def noted(_self: Screener, text: str) -> tuple[()]:
        looked_at.append(text)
        return ()

    monkeypatch.setattr(Screener, "overhear", noted)
    async with watched(database_url, tmp_path) as mailbox:
        chats: TwoChats = mailbox.chats
        await TeamsChannel(chats, "customer-focus").say("asha", SAID, MESSAGE)
        assert looked_at == []
        await mailbox.command("frankie", "unwatch")
        await chats.at_teams("frankie").sees("direct", "This channel is not watched")
        await mailbox.say("asha", SAID, MESSAGE)
        assert looked_at == []


async def test_watching_a_channel_of_teams_watches_none_of_slack(
    database_url: str, tmp_path: Path
) -> None:
    async with watched(database_url, tmp_path) as mailbox:
        slack = mailbox.chats.slack
        await says(slack, mailbox.chats.at_slack("asha"), "reviews", SAID)
        await mailbox.say("asha", SAID, MESSAGE)
        await mailbox.hand("frankie", MESSAGE).sees("beneath", *KNOWN)
        assert entries(database_url)["contact-seen"] == 1


async def test_the_words_of_a_message_in_teams_are_for_whoever_reports_it_to_write(
    database_url: str, tmp_path: Path
) -> None:
    async with watched(database_url, tmp_path) as mailbox:
        await mailbox.say("asha", SAID, MESSAGE)
        asha = mailbox.hand("asha", MESSAGE)
        await asha.press("Report as an incident", *KNOWN, place="beneath")
        assert "cannot be read again" in str(asha.dialog)
        await steps.sends(asha, steps.incident())
        await asha.sees("beneath", "a breach was reported", "Asha Adviser")
        assert entries(database_url)["incident-reported"] == 3
