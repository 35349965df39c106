"""Contacts that reach two replicas at the same moment, and what goes on later."""

import asyncio
from datetime import timedelta
from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.ledger import all_said, entries
from tests.support.databases import behind_its_back

CALL = {"means": "phone", "emails": [steps.MAIL]}
NOBODY = {"means": "phone", "emails": ["robin@example.org"]}


def receipts(database_url: str) -> int:
    query = "SELECT count(*) AS n FROM contact_receipts"
    return int(behind_its_back(database_url, query)[0].n)


async def sanctioned(chat: Chat) -> None:
    await steps.up_to_a_sanction(chat.hand("UASHA"), chat.hand("UMORGAN"))
    await chat.hand("UFRANKIE").sees("contact-alerts", "1 sanction in force")


async def test_a_contact_that_reaches_both_at_once_is_kept_once(
    postgres_url: str, tmp_path: Path
) -> None:
    async with opened_chat(postgres_url, tmp_path, replicas=2) as chat:
        await sanctioned(chat)
        senders = chat.senders()
        assert len(senders) == 2
        told = await asyncio.gather(*(each.tells_of("call-1", **CALL) for each in senders * 6))
        assert told[0][0] == 202
        assert told == [told[0]] * 12
        assert (receipts(postgres_url), entries(postgres_url)["contact-seen"]) == (1, 1)

        others = (each.tells_of("call-1", **NOBODY) for each in senders * 3)
        assert {status for status, _ in await asyncio.gather(*others)} == {409}
        assert receipts(postgres_url) == 1


async def test_contacts_that_reach_both_at_once_are_told_in_one_alert(
    postgres_url: str, tmp_path: Path
) -> None:
    async with opened_chat(postgres_url, tmp_path, replicas=2) as chat:
        await sanctioned(chat)
        calls = [
            sender.tells_of(f"call-{n}", **CALL) for n in range(10) for sender in chat.senders()
        ]
        told = await asyncio.gather(*calls)
        assert {status for status, _ in told} == {202}
        assert len({alert for _, answer in told for alert in answer["alerts"]}) == 1
        kept = entries(postgres_url)
        assert (kept["alert-raised"], kept["contact-seen"]) == (1, 10)
        await chat.hand("UFRANKIE").sees("contact-alerts", "ALT-", "10 contacts")
        await all_said(postgres_url, chat.cloud)


async def test_an_open_alert_is_brought_to_mind_once_whoever_looks(
    postgres_url: str, tmp_path: Path
) -> None:
    """... and is drawn anew by whichever of them keeps what changes."""
    async with opened_chat(postgres_url, tmp_path, replicas=2) as chat:
        await sanctioned(chat)
        status, told = await chat.senders()[0].tells_of("call-1", **CALL)
        assert status == 202
        (reference,) = told["alerts"]
        clock = chat.cloud.clock
        clock.jump_to(clock.now() + timedelta(days=14))
        await asyncio.gather(*(bot.errands.catch_up() for bot in chat.bots * 3))
        adviser, manager = chat.hand("UASHA"), chat.hand("UMORGAN")
        for hand in (adviser, manager):
            await hand.sees("direct", f"Still open: {reference}")
        await all_said(postgres_url, chat.cloud)
        assert entries(postgres_url)["alert-reminded"] == 1
        reminders = [s for s in chat.cloud.standing() if "Still open" in str(s.blocks)]
        assert len(reminders) == 2

        chat.cloud.front.copies = 2
        await manager.press("This is another person", f"Still open: {reference}")
        await adviser.sees("direct", reference, "Morgan Manager said that it was another person")
        await all_said(postgres_url, chat.cloud)
        assert entries(postgres_url)["alert-settled"] == 1


async def test_a_key_is_free_again_once_its_contact_is_forgotten(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        (sender,) = chat.senders()
        days = chat.bot.house.policy.alerts.keep_receipts_days
        first = await sender.tells_of("call-1", **NOBODY)
        clock = chat.cloud.clock
        clock.jump_to(clock.now() + timedelta(days=days, minutes=-1))
        await chat.bot.errands.catch_up()
        assert await sender.tells_of("call-1", **NOBODY) == first

        clock.jump_to(clock.now() + timedelta(minutes=2))
        await chat.bot.errands.catch_up()
        assert receipts(database_url) == 0
        status, again = await sender.tells_of("call-1", **CALL)
        assert (status, again["id"] == first[1]["id"]) == (202, False)
