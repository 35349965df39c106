"""A report submitted: decided, kept and acknowledged, against a handler that only acknowledges."""

from typing import Final

from benchmarks.bolt import empty_handler
from benchmarks.bots import RunningBot, running_bot
from benchmarks.databases import NewDatabase
from benchmarks.filler import fill
from benchmarks.measure import Contender, Times, side_by_side, timed
from benchmarks.reports import Reports
from benchmarks.sink import opened_sink
from benchmarks.table import Table
from benchmarks.wire import Caller

ROUNDS: Final = 100
ENTRIES: Final = 3_000


async def measure(kind: str, new_database: NewDatabase) -> Table:
    database_url = new_database()
    known = await fill(database_url, ENTRIES)
    async with (
        opened_sink() as sink,
        empty_handler(sink, process_before_response=False) as polling,
        empty_handler(sink, process_before_response=True) as prompt,
        running_bot(sink, database_url) as bot,
    ):
        reports = Reports(bot, known)
        await reports.start()
        contenders = (
            _empty("a", polling, reports),
            _empty("b", prompt, reports),
            _ours(bot, reports),
        )
        spreads = await side_by_side(contenders, ROUNDS)
    table = Table(f"Submit a report ({kind})", ("ours", "empty bolt handler"))
    for baseline in ("a", "b"):
        table.compare(
            f"kept and acknowledged, against ({baseline})", spreads["ours"], spreads[baseline]
        )
    return table


def _empty(name: str, caller: Caller, reports: Reports) -> Contender:
    async def run() -> Times:
        body = reports.next()
        return {name: await timed(caller.post(body))}

    return run


def _ours(bot: RunningBot, reports: Reports) -> Contender:
    """What the report makes the bot say is delivered before the next begins, off the clock."""

    async def run() -> Times:
        taken = {"ours": await bot.submit(reports.next())}
        await bot.rest()
        return taken

    return run
