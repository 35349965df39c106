"""The same story on Slack, on Teams, and across both."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.story import Cast, tell
from tests.end_to_end.two_chats import TwoChats, opened_two_chats

Casting = Callable[[TwoChats], Cast]


def on_slack(chats: TwoChats) -> Cast:
    asha, morgan, devi, frankie = map(chats.at_slack, ("asha", "morgan", "devi", "frankie"))
    return Cast(asha, morgan, devi, frankie, chats.slack.jump)


def on_teams(chats: TwoChats) -> Cast:
    asha, morgan, devi, frankie = map(chats.at_teams, ("asha", "morgan", "devi", "frankie"))
    return Cast(asha, morgan, devi, frankie, chats.slack.jump)


def reported_on_slack_and_approved_on_teams(chats: TwoChats) -> Cast:
    there = chats.at_teams
    return Cast(
        chats.at_slack("asha"), there("morgan"), there("devi"), there("frankie"), chats.slack.jump
    )


def reported_on_teams_and_approved_on_slack(chats: TwoChats) -> Cast:
    there = chats.at_slack
    return Cast(
        chats.at_teams("asha"), there("morgan"), there("devi"), there("frankie"), chats.slack.jump
    )


@pytest.mark.parametrize(
    "casting",
    [
        on_slack,
        on_teams,
        reported_on_slack_and_approved_on_teams,
        reported_on_teams_and_approved_on_slack,
    ],
)
async def test_the_story(casting: Casting, database_url: str, tmp_path: Path) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        await tell(casting(chats))
        verification = await chats.house.storage.verify()
        assert verification.ok
        assert await chats.house.storage.outbox.parked() == ()
        for alerted in (chats.at_slack("frankie"), chats.at_teams("frankie")):
            await alerted.sees("contact-alerts", "may not happen now")
