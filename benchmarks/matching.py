"""Whether ``/ucb check`` stays as fast, and faster than reading every name, as customers grow."""

import gc
import random
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Final

from rapidfuzz import fuzz, process

from benchmarks.bots import RunningBot, running_bot
from benchmarks.crowd import british, fill_customers, mistyped
from benchmarks.databases import NewDatabase
from benchmarks.measure import Contender, Times, side_by_side, timed
from benchmarks.sink import opened_sink
from benchmarks.table import Table
from core.vocabulary.customer import Customer

SIZES: Final = (1_000, 10_000, 100_000)
ROUNDS: Final = 40
_SEED: Final = 1849


async def measure(kind: str, new_database: NewDatabase) -> Table:
    """From the signed request to the answer; each time somebody else, with a slip in the name."""
    contenders: list[Contender] = []
    inserts: list[str] = []
    async with AsyncExitStack() as stack:
        sink = await stack.enter_async_context(opened_sink())
        for size in SIZES:
            url = new_database()
            crowd = british(size)
            seconds = await fill_customers(url, crowd)
            inserts.append(f"{size:,}: {seconds / size * 1e6:.0f} us")
            bot = await stack.enter_async_context(running_bot(sink, url))
            contenders.append(_check(size, bot, crowd))
            contenders.append(_scan(size, crowd))
        gc.collect()
        spreads = await side_by_side(contenders, ROUNDS)
    table = Table(
        f"Is it this customer? ({kind})", (f"{SIZES[-1]:,} customers", f"{SIZES[0]:,} customers")
    )
    for size in SIZES[:0:-1]:
        what = f"/ucb check, {size:,} customers"
        table.compare(what, spreads[f"check {size}"], spreads[f"check {SIZES[0]}"])
    for size in SIZES[::-1]:
        what = f"/ucb check against a scan, {size:,}"
        table.compare(what, spreads[f"check {size}"], spreads[f"scan {size}"])
    table.notes.append("The last lines compare with a rapidfuzz scan of the same names.")
    table.notes.append(f"To keep one customer, many to a transaction: {', '.join(inserts)}")
    return table


def _check(size: int, bot: RunningBot, crowd: Sequence[Customer]) -> Contender:
    chance = random.Random(_SEED)  # noqa: S311

    async def run() -> Times:
        one = chance.choice(crowd)
        text = f"{mistyped(one.name, chance)}, {one.address}"
        _, answered = await bot.command(f"check {text}", one.reference)
        return {f"check {size}": answered}

    return run


def _scan(size: int, crowd: Sequence[Customer]) -> Contender:
    chance = random.Random(_SEED)  # noqa: S311
    names = [f"{one.name} {one.address}" for one in crowd]

    async def run() -> Times:
        one = chance.choice(crowd)
        text = f"{mistyped(one.name, chance)} {one.address}"

        async def scan() -> None:
            process.extractOne(text, names, scorer=fuzz.token_sort_ratio)

        return {f"scan {size}": await timed(scan())}

    return run
