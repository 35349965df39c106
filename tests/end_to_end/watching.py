"""A watched channel of the local Slack, with a customer under sanction who may write there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from bot.app.made_up import ROOMS
from core.services.messages import Channel
from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.ledger import all_said, entries

MAILBOX: Final = "reviews"
CHANNEL: Final = ROOMS[Channel.REVIEWS].id
SAID: Final = f"A walrus of a mail from {steps.MAIL}, who asks about a grant"
KNOWN: Final = ("may happen on conditions", "ALT-")
SENT: Final = "4000000000.000100"


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


async def nothing_followed(chat: Chat, kept: dict[str, int], stands: int) -> None:
    await all_said(chat.database_url, chat.cloud)
    assert entries(chat.database_url) == kept
    assert len(chat.cloud.standing()) == stands
    assert (await chat.bot.house.storage.verify()).ok
