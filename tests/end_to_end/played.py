"""A chat for one story, at the end of which everything is said, once, and the timeline is whole."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.end_to_end.bodies import NATURAL_ENGLAND, Body
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.ledger import all_said, parked


@asynccontextmanager
async def played(
    database_url: str, folder: Path, body: Body = NATURAL_ENGLAND
) -> AsyncIterator[Chat]:
    async with opened_chat(database_url, folder, body=body) as chat:
        yield chat
        await all_said(database_url, chat.cloud)
        assert parked(database_url) == {}
        verification = await chat.bot.house.storage.verify()
        assert verification.ok
        assert verification.entries > len(body.staff)
