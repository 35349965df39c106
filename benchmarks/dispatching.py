"""Messages from the outbox to Slack, against the same calls made directly and kept nowhere."""

import asyncio
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, Final

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.rendering.card import message as rendered
from benchmarks.bots import TOKEN, RunningBot, running_bot
from benchmarks.databases import NewDatabase
from benchmarks.filler import Known, fill
from benchmarks.measure import Contender, Spread, Times, side_by_side, timed
from benchmarks.sink import opened_sink
from benchmarks.table import Row, Table
from bot.app.made_up import STAFF
from core.services.messages import Kind, Message, Person
from core.services.ports.desk import Commit

ENTRIES: Final = 1_000
MESSAGES: Final = 200
ROUNDS: Final = 7

_LANES: Final = len(STAFF)


async def measure(kind: str, new_database: NewDatabase) -> Table:
    """``MESSAGES`` to all colleagues of the playground, each in their own conversation."""
    database_url = new_database()
    known = await fill(database_url, ENTRIES)
    async with (
        opened_sink() as sink,
        running_bot(sink, database_url) as bot,
        aiohttp.ClientSession() as session,
    ):
        client = AsyncWebClient(TOKEN, base_url=f"{sink.url}/api/", session=session)
        about = {"case": known[0].case, "incident": "2", "for": STAFF[0].id}
        card = await bot.house.conversation.draw(Kind.INCIDENT_RECORDED, about)
        contenders = (_ours(bot, known), _directly(client, rendered(card, "/ucb")))
        spreads = await side_by_side(contenders, ROUNDS, warm=1)
    columns = ("outbox and dispatcher", "chat_postMessage directly")
    table = Table(f"Deliver {MESSAGES} messages to {_LANES} people ({kind})", columns)
    ours, directly = spreads["ours"], spreads["directly"]
    share = directly.median / ours.median
    table.rows.append(Row("messages a second", _rate(ours), _rate(directly), f"x {share:.2f}"))
    return table


def _ours(bot: RunningBot, known: Sequence[Known]) -> Contender:
    numbers = count(1)

    async def run() -> Times:
        commit = Commit(f"burst:{next(numbers)}", (), messages=tuple(_messages(known, numbers)))
        target = bot.sink.posted + MESSAGES

        async def burst() -> None:
            await bot.house.storage.store.commit(commit)
            await bot.sink.until(target)

        taken = {"ours": await timed(burst())}
        await bot.rest()
        return taken

    return run


def _directly(client: AsyncWebClient, shown: dict[str, Any]) -> Contender:
    async def lane() -> None:
        for _ in range(MESSAGES // _LANES):
            await client.chat_postMessage(channel="D1", **shown)

    async def run() -> Times:
        return {"directly": await timed(asyncio.gather(*(lane() for _ in range(_LANES))))}

    return run


def _messages(known: Sequence[Known], numbers: "count[int]") -> Iterator[Message]:
    for number in range(MESSAGES):
        staff, case = STAFF[number % _LANES].id, known[number % len(known)].case
        about = {"case": case, "incident": "2", "for": staff}
        key = f"{case}/{next(numbers)}/benchmark/{staff}"
        yield Message(key, Kind.INCIDENT_RECORDED, Person(staff), about)


def _rate(spread: Spread) -> str:
    slowest, fastest = MESSAGES / spread.high, MESSAGES / spread.low
    return f"{MESSAGES / spread.median:,.0f} ({slowest:,.0f}-{fastest:,.0f})"
