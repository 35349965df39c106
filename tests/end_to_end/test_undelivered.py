"""What Teams refuses stands in the outbox, the Customer Focus team is told, nothing is lost."""

from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.ledger import eventually, parked, waiting
from tests.end_to_end.two_chats import CHANNELS, TwoChats, opened_two_chats
from tests.support.teams_connector import Fault

NOT_ARRIVED = "A message did not arrive"


async def told_everywhere(chats: TwoChats, *words: str) -> None:
    for frankie in (chats.at_slack("frankie"), chats.at_teams("frankie")):
        told = await frankie.sees("customer-focus", *words)
        assert "Morgan" not in told
        assert "Casey" not in told


async def proposed(chats: TwoChats) -> None:
    await steps.reports_somebody_new(chats.at_slack("asha"))
    await steps.proposes_a_warning(chats.at_slack("asha"))


async def test_who_blocked_the_bot_is_told_of_and_gets_it_later(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        connector, outbox = chats.teams.connector, chats.house.storage.outbox
        connector.blocked.add(chats.people["morgan"].chat)
        await proposed(chats)
        await told_everywhere(
            chats,
            NOT_ARRIVED,
            "A request to decide",
            "The colleague who has to decide, in Teams",
            "They have blocked UCB.",
            "ask them to unblock UCB",
        )
        (key,) = parked(database_url)
        assert parked(database_url)[key] == "ConversationBlockedByUser"
        connector.blocked.clear()
        assert await outbox.retry(key, chats.slack.clock.now())
        await steps.approves(chats.at_teams("morgan"))
        assert parked(database_url) == {}


async def test_who_removed_the_bot_is_told_of(database_url: str, tmp_path: Path) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        chats.teams.connector.absent.add(chats.people["morgan"].chat)
        await proposed(chats)
        await told_everywhere(chats, NOT_ARRIVED, "A request to decide", "Add UCB there.")
        await steps.approves(chats.at_slack("morgan"))


async def test_a_person_teams_does_not_know_is_told_of(database_url: str, tmp_path: Path) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        del chats.teams.connector.people[chats.people["morgan"].id]
        await proposed(chats)
        await told_everywhere(chats, NOT_ARRIVED, "The channel or chat is not there")
        assert set(parked(database_url).values()) == {"ConversationNotFound"}


async def test_a_message_that_was_deleted_cannot_be_updated_and_is_told_of(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        await proposed(chats)
        connector, morgan = chats.teams.connector, chats.people["morgan"]
        connector.delete(await connector.in_chat(morgan.chat))
        await steps.approves(chats.at_slack("morgan"))
        await told_everywhere(chats, "A message could not be updated", "Somebody deleted")
        assert set(parked(database_url).values()) == {"ActivityNotFoundInConversation"}


async def test_a_channel_without_the_bot_is_told_of_by_the_other_platform(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        chats.teams.connector.absent.update(CHANNELS.values())
        await steps.up_to_a_sanction(chats.at_slack("asha"), chats.at_slack("morgan"))
        told = ("The alerts channel, in Teams", "Add UCB there.")
        await chats.at_slack("frankie").sees("customer-focus", NOT_ARRIVED, *told)
        await chats.at_slack("frankie").sees("contact-alerts", "1 sanction in force")


async def test_throttled_messages_wait_as_long_as_teams_asks_and_arrive(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        chats.teams.connector.faults.extend(
            [Fault(429, "Throttled", "1"), Fault(500, "ServiceError"), Fault(502)]
        )
        await proposed(chats)
        await chats.at_teams("morgan").sees("direct", "Please decide")
        await eventually(lambda: waiting(database_url) == 0)
        assert parked(database_url) == {}


async def test_a_colleague_who_never_used_the_bot_is_told_of_and_gets_it_when_they_do(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path, newcomer="morgan") as chats:
        await proposed(chats)
        await told_everywhere(chats, NOT_ARRIVED, "They have never used UCB", "type “help”")
        await chats.at_teams("morgan").command("help")
        await chats.at_teams("morgan").sees("direct", "Please decide")
        assert parked(database_url) == {}
