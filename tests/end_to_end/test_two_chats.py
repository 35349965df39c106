"""The same story on Slack, on Teams, and across both."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.vocabulary.people import Account
from tests.end_to_end import steps
from tests.end_to_end.story import Cast, tell
from tests.end_to_end.teams_hand import TeamsHand
from tests.end_to_end.two_chats import TwoChats, opened_two_chats
from tests.support.adaptive_reading import words
from tests.support.teams_cloud import TENANT
from tests.support.teams_connector import Person

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


async def test_nobody_approves_their_own_proposal_from_the_other_chat(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        asha = chats.at_slack("asha")
        await steps.reports_somebody_new(asha)
        await steps.proposes_a_warning(asha)
        herself = chats.at_teams("asha")
        waits = "a warning waits for a decision"
        await herself.press("Read and decide", waits, place="customer-focus")
        await herself.sees("customer-focus", "Nobody decides their own proposal")


async def test_both_copies_are_updated_wherever_it_was_decided(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        await steps.reports_somebody_new(chats.at_slack("asha"))
        await steps.proposes_a_warning(chats.at_slack("asha"))
        await steps.approves(chats.at_teams("morgan"))
        for morgan in (chats.at_slack("morgan"), chats.at_teams("morgan")):
            await morgan.sees("direct", "Decided: a warning", "Approved by Morgan Manager")
            assert await morgan.buttons("direct", "Decided: a warning") == []
            await morgan.sees("customer-focus", "a warning was approved")


async def test_in_the_channel_only_the_approver_sees_the_buttons_to_decide(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        morgan = chats.at_teams("morgan")
        await steps.reports_somebody_new(chats.at_teams("asha"))
        await steps.proposes_a_warning(chats.at_teams("asha"))
        waits = "a warning waits for a decision"
        assert await morgan.buttons("customer-focus", waits) == ["Read and decide"]
        own = await morgan.own_view("customer-focus", waits)
        assert "Approve" in words(own)
        assert "Casey" not in words(own)


async def test_an_account_is_linked_by_the_mail_address_the_tenant_vouches_for(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        newcomer = Person("Somebody Else", "oid-new", TENANT, "frankie@playground.example")
        chats.teams.join(newcomer)
        hand = TeamsHand(chats.teams, newcomer, {})
        await hand.command("help")
        await hand.sees("direct", "What you can do")
        linked = Account("teams", TENANT, "oid-new")
        member = await chats.house.storage.directory.by_account(linked)
        assert member is not None
        assert member.name == "Frankie Focus", "not by the name that is shown"
