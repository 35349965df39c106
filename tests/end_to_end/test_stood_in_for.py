"""Deputies, and other topics after a disengagement, on Slack, on Teams, and across both."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from tests.end_to_end import steps
from tests.end_to_end.hand import Hand
from tests.end_to_end.ledger import entries
from tests.end_to_end.stories import contact, deputy
from tests.end_to_end.two_chats import TwoChats, opened_two_chats
from tests.support.adaptive_reading import words

Seated = Callable[[TwoChats, str], Hand]

AT_TEAMS: Final = ("morgan", "frankie")
"""Who sits at Teams where the others sit at Slack."""


def on_slack(chats: TwoChats, who: str) -> Hand:
    return chats.at_slack(who)


def on_teams(chats: TwoChats, who: str) -> Hand:
    return chats.at_teams(who)


def across_both(chats: TwoChats, who: str) -> Hand:
    return chats.at_teams(who) if who in AT_TEAMS else chats.at_slack(who)


wherever = pytest.mark.parametrize("seated", [on_slack, on_teams, across_both])


@asynccontextmanager
async def played(database_url: str, folder: Path) -> AsyncIterator[TwoChats]:
    """At the end of which everything is said, and the timeline is whole."""
    async with opened_two_chats(database_url, folder) as chats:
        yield chats
        assert await chats.house.storage.outbox.parked() == ()
        assert (await chats.house.storage.verify()).ok


def today(chats: TwoChats) -> date:
    return chats.house.policy.day_of(chats.slack.clock.now())


@wherever
async def test_a_deputy_decides_during_an_absence(
    seated: Seated, database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chats:
        adviser, manager, noor = (seated(chats, who) for who in ("asha", "morgan", "noor"))
        await deputy.decides_during_an_absence(adviser, manager, noor, today(chats))


@wherever
async def test_what_waits_for_somebody_who_goes_away_reaches_the_deputy(
    seated: Seated, database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chats:
        adviser, manager, noor = (seated(chats, who) for who in ("asha", "morgan", "noor"))
        await deputy.decides_what_waited_already(
            adviser, manager, noor, today(chats), chats.catch_up
        )
        assert entries(database_url)["proposal-passed-on"] == 3


@wherever
async def test_what_a_manager_was_asked_of_a_contact_reaches_the_deputy(
    seated: Seated, database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chats:
        cast = ("asha", "morgan", "noor", "devi", "frankie")
        adviser, manager, noor, director, focus = (seated(chats, who) for who in cast)
        await deputy.answers_about_a_contact(
            adviser, manager, noor, director, focus, today(chats), chats.catch_up
        )
        assert entries(database_url)["question-passed-on"] == 3


@wherever
async def test_contact_on_another_topic_though_we_disengaged_completely(
    seated: Seated, database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chats:
        cast = ("asha", "morgan", "devi", "frankie")
        await contact.on_another_topic_is_answered(*(seated(chats, who) for who in cast))


@wherever
async def test_contact_from_somebody_we_disengaged_from(
    seated: Seated, database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chats:
        cast = ("asha", "morgan", "devi", "frankie")
        adviser, manager, director, focus = (seated(chats, who) for who in cast)
        await contact.is_dealt_with(adviser, manager, director, focus)


async def test_in_a_channel_of_teams_the_deputy_alone_sees_the_buttons_to_decide(
    database_url: str, tmp_path: Path
) -> None:
    waits = "a warning waits for a decision"
    async with played(database_url, tmp_path) as chats:
        adviser, manager, noor = map(chats.at_teams, ("asha", "morgan", "noor"))
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await manager.sees("direct", "Please decide: a warning")
        await deputy.goes_away(manager, today(chats))
        await chats.catch_up()
        shown = await noor.card("customer-focus", waits, "Asked to decide", "Noor Neighbour")
        assert shown["refresh"]["userIds"] == [chats.people["noor"].id]
        own = await noor.own_view("customer-focus", waits)
        assert "Approve" in words(own)
        assert "Casey" not in words(own)
