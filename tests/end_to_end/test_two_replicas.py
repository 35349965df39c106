"""Two replicas on one PostgreSQL, without a leader: requests, deliveries and sweeps go to both."""

import asyncio
from pathlib import Path

import pytest

from core.case.events import DutyKind, Reminded
from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.cloud import Cloud
from tests.end_to_end.ledger import all_said, entries, eventually, parked
from tests.end_to_end.slack_hand import SlackHand
from tests.end_to_end.slack_parts import words_of
from tests.end_to_end.story import tell
from tests.end_to_end.weather import RESPONSE
from tests.support.databases import behind_its_back

NAMES = ("Morgan Manager", "Devi Director")


async def test_the_story_is_told_once_by_both(postgres_url: str, tmp_path: Path) -> None:
    """Every jump of the clock makes both sweep at the same moment."""
    async with opened_chat(postgres_url, tmp_path, replicas=2) as chat:
        await tell(chat.cast())
        await all_said(postgres_url, chat.cloud)
        assert await reviews_reminded_of(chat) == 1
        assert parked(postgres_url) == {}
        assert (await chat.bot.house.storage.verify()).ok


async def test_reminders_go_out_once_however_often_both_sweep(
    postgres_url: str, tmp_path: Path
) -> None:
    async with opened_chat(postgres_url, tmp_path, replicas=2) as chat:
        await steps.up_to_a_sanction(chat.hand("UASHA"), chat.hand("UMORGAN"))
        await chat.hand("UFRANKIE").sees("contact-alerts", "1 sanction in force")
        for label in ("2 weeks before", "The day of", "3 days after"):
            await chat.cloud.jump(label)
            await asyncio.gather(*(bot.errands.catch_up() for bot in chat.bots * 3))
        await all_said(postgres_url, chat.cloud)
        assert await reviews_reminded_of(chat) == 3
        reviews = [
            m for m in chat.cloud.standing() if "the review of a sanction" in words_of(m.blocks)
        ]
        assert len(reviews) == 9, "each of the three in the channel, to Asha and to Morgan"


async def test_of_two_approvers_who_press_at_once_one_wins_and_the_other_is_told(
    postgres_url: str, tmp_path: Path
) -> None:
    async with opened_chat(postgres_url, tmp_path, replicas=2) as chat:
        adviser, manager, director = map(chat.hand, ("UASHA", "UMORGAN", "UDEVI"))
        await steps.reports_somebody_new(adviser)
        for no in range(1, 6):
            why = f"Reason {no}"
            await steps.proposes_a_warning(adviser, why)
            await manager.sees("direct", "Please decide", why)
            await director.press(
                "Read and decide", "a warning waits for a decision", place="customer-focus"
            )
            await director.sees("customer-focus", "Please decide", why)
            won, lost = await both_approve(chat.cloud, manager, director, why)
            winner = approvers(postgres_url)[no - 1 :]
            assert "You approved it" in won
            assert [name for name in NAMES if f"{name} approved this proposal on" in lost] == winner
            await all_said(postgres_url, chat.cloud)


@pytest.mark.parametrize("copies", [2, 5])
async def test_one_submission_that_reaches_both_at_once_is_kept_once(
    postgres_url: str, tmp_path: Path, copies: int
) -> None:
    async with opened_chat(postgres_url, tmp_path, replicas=2) as chat:
        adviser = chat.hand("UASHA")
        await adviser.command("report")
        await adviser.fill({**steps.NEW_CUSTOMER, **steps.incident()})
        chat.cloud.front.copies = copies
        assert await adviser.submit() == {}
        assert {reply.status for reply in chat.cloud.front.replies[-copies:]} == {200}
        assert entries(postgres_url) == {
            "customer-registered": 1,
            "case-opened": 1,
            "incident-reported": 1,
        }
        await all_said(postgres_url, chat.cloud)


async def both_approve(
    cloud: Cloud, manager: SlackHand, director: SlackHand, why: str
) -> tuple[str, str]:
    """Each on another replica, at the same moment. What the winner and the other are told."""
    before = len(cloud.weather.of(RESPONSE))
    cloud.front.together = asyncio.Barrier(2)
    await asyncio.gather(
        manager.press("Approve", "Please decide", why),
        director.press("Approve", "Please decide", why, place="customer-focus"),
    )
    cloud.front.together = None
    await eventually(lambda: len(cloud.weather.of(RESPONSE)) == before + 2)
    one, other = map(words_of, cloud.weather.of(RESPONSE)[before:])
    return (one, other) if "You approved it" in one else (other, one)


def approvers(database_url: str) -> list[str]:
    query = "SELECT by FROM entries WHERE kind = 'proposal-approved' ORDER BY position"
    names = {name.split()[0].lower(): name for name in NAMES}
    return [names[row.by] for row in behind_its_back(database_url, query)]


async def reviews_reminded_of(chat: Chat) -> int:
    """How often; whatever the duty, nothing was brought to mind twice."""
    desk = chat.bot.house.desk
    (hit,) = await desk.customers.search(steps.MAIL)
    kept = await desk.store.load(f"case:{await desk.cases.open_case_of(hit.customer.id)}")
    events = [entry.event for entry in kept if isinstance(entry.event, Reminded)]
    assert len(events) == len(set(events))
    return sum(event.duty is DutyKind.REVIEW_SANCTION for event in events)
