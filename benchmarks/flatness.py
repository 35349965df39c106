"""Whether cost stays as data grows: the same three things in stores of very different sizes."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Final

from benchmarks.bots import USER, RunningBot, running_bot
from benchmarks.databases import NewDatabase
from benchmarks.filler import Known, fill
from benchmarks.measure import Contender, Times, side_by_side, timed
from benchmarks.reports import Reports, values_of
from benchmarks.sink import opened_sink
from benchmarks.statements import Tally, counted
from benchmarks.table import Table
from bot.app.made_up import TEAM
from bot.views.answer import Caller, Nothing
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Account

SIZES: Final = (1_000, 10_000, 100_000)
ROUNDS: Final = 60

_KINDS: Final = {
    "check": "/ucb check <reference>, answered",
    "report": "report submitted, acknowledged",
    "timeline": "a case's timeline loaded",
}


async def measure(kind: str, new_database: NewDatabase) -> Table:
    contenders: list[Contender] = []
    tallies: dict[str, list[str]] = defaultdict(list)
    table = Table(
        f"Flat as data grows ({kind})", (f"{SIZES[-1]:,} entries", f"{SIZES[0]:,} entries")
    )
    async with AsyncExitStack() as stack:
        sink = await stack.enter_async_context(opened_sink())
        for size in SIZES:
            url = new_database()
            known = _spread_out(await fill(url, size))
            bot = await stack.enter_async_context(running_bot(sink, url))
            reports = Reports(bot, known)
            await reports.start()
            contenders.append(_everything(size, bot, known, reports))
            for command, tally in (await _tallies(bot, known)).items():
                tallies[command].append(str(tally))
        spreads = await side_by_side(contenders, ROUNDS)
    for name, what in _KINDS.items():
        for size in SIZES[:0:-1]:
            row = what if size == SIZES[-1] else f"    {size:,} entries"
            table.compare(row, spreads[f"{name} {size}"], spreads[f"{name} {SIZES[0]}"])
    for command, told in tallies.items():
        alike = len(set(told)) == 1
        table.notes.append(f"{command}: {f'{told[0]}, in each store' if alike else told}")
    return table


def _spread_out(known: Sequence[Known]) -> Sequence[Known]:
    """As many cases as rounds, from everywhere in the store."""
    return known[:: max(1, len(known) // (ROUNDS + 5))]


def _everything(size: int, bot: RunningBot, known: Sequence[Known], reports: Reports) -> Contender:
    turn = 0

    async def run() -> Times:
        nonlocal turn
        one = known[turn % len(known)]
        turn += 1
        _, check = await bot.command(f"check {one.reference}", f"Case {one.reference}")
        timeline = await timed(bot.house.service.timeline(StaffId("asha"), one.case))
        report = await bot.submit(reports.next())
        await bot.rest()
        return {f"check {size}": check, f"timeline {size}": timeline, f"report {size}": report}

    return run


async def _tallies(bot: RunningBot, known: Sequence[Known]) -> dict[str, Tally]:
    """Counted where the adapter hands over to the conversation: it asks no database itself."""
    conversation = bot.house.conversation
    account, one = Account("slack", TEAM, USER), known[-1]
    texts = ("help", f"check {one.reference}", f"timeline {one.reference}")
    tallies: dict[str, Tally] = {}
    for text in texts:
        with counted() as tallies[f"/ucb {text.split()[0]}"]:
            await conversation.command(Caller(account, f"count:{text}"), text)
    with counted() as tallies["report submitted"]:
        values = values_of(one)
        answer = await conversation.submit(Caller(account, "count:report"), "report", "", values)
    if answer != Nothing():
        raise RuntimeError(f"not accepted: {answer}")
    await bot.rest()
    return tallies
