"""Whether ``/ucb check`` stays as fast, and faster than reading every name, as customers grow."""

import gc
import os
import random
from collections.abc import Sequence
from contextlib import AsyncExitStack
from itertools import count, cycle
from typing import Final

from rapidfuzz import fuzz, process

from benchmarks.bots import RunningBot, running_bot
from benchmarks.bulk import fill_bulk
from benchmarks.crowd import mistyped
from benchmarks.databases import NewDatabase
from benchmarks.importing import import_contacts
from benchmarks.measure import Contender, Spread, Times, side_by_side, timed
from benchmarks.prepared import prepared
from benchmarks.questions import QUESTIONS, asked
from benchmarks.registering import Registering
from benchmarks.sanctioned import sanction
from benchmarks.sink import opened_sink
from benchmarks.table import Table
from core.vocabulary.customer import Customer

LARGEST: Final = int(os.environ.get("CUSTOMERS") or 1_000_000)
SIZES: Final = tuple(size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= LARGEST)
BOUND: Final = 100
"""Something is in force for every so manieth customer."""

EACH: Final = 25
"""How often each kind of question is asked."""

_SEED: Final = 1849


async def measure(kind: str, new_database: NewDatabase) -> Table:
    """From the signed request to the answer; each time about somebody else."""
    ready = prepared(SIZES[-1])
    contenders: list[Contender] = []
    async with AsyncExitStack() as stack:
        sink = await stack.enter_async_context(opened_sink())
        for size in SIZES:
            url, crowd = new_database(), ready.customers[:size]
            await fill_bulk(url, ready.first(size))
            await sanction(url, crowd[::BOUND])
            bot = await stack.enter_async_context(running_bot(sink, url))
            register = Registering(bot.house.storage, size)
            contenders += [_check(size, bot, crowd), register.one, register.many]
        contenders.append(_scan(SIZES[-1], ready.customers))
        gc.collect()
        gc.freeze()
        spreads = await side_by_side(contenders, EACH * len(QUESTIONS), warm=len(QUESTIONS))
    imported = await import_contacts(url, ready.customers)
    return _table(kind, spreads, imported)


def _table(kind: str, spreads: dict[str, Spread], imported: Sequence[str]) -> Table:
    least, most = SIZES[0], SIZES[-1]
    columns = (f"{most:,} customers", f"{least:,} customers")
    table = Table(f"Is it this customer? ({kind})", columns)
    for size in SIZES[:0:-1]:
        what = f"/ucb check, of every kind, {size:,}"
        table.compare(what, spreads[f"check {size}"], spreads[f"check {least}"])
    for what in QUESTIONS:
        table.compare(f"    {what}", spreads[f"{what} {most}"], spreads[f"{what} {least}"])
    scan = spreads[f"scan {most}"]
    table.compare(f"of every kind, against a scan, {most:,}", spreads[f"check {most}"], scan)
    for what in ("one registered", "100 registered together, each"):
        for size in SIZES[:0:-1]:
            row = f"{what}, {size:,}"
            table.compare(row, spreads[f"{what} {size}"], spreads[f"{what} {least}"])
    table.notes.append("The scan is rapidfuzz's token sort over all the same names and addresses.")
    table.notes += imported
    return table


def _check(size: int, bot: RunningBot, crowd: Sequence[Customer]) -> Contender:
    """One question each time, of each kind in turn."""
    chance = random.Random(_SEED)  # noqa: S311
    kinds = cycle(QUESTIONS)

    async def run() -> Times:
        kind = next(kinds)
        text, expected = asked(kind, crowd, chance)
        _, answered = await bot.command(f"check {text}", expected)
        return {f"check {size}": answered, f"{kind} {size}": answered}

    return run


def _scan(size: int, crowd: Sequence[Customer]) -> Contender:
    """Once while every kind of question is asked: it takes long."""
    chance = random.Random(_SEED)  # noqa: S311
    names = [f"{one.name} {one.address}" for one in crowd]
    rounds = count()

    async def run() -> Times:
        if next(rounds) % len(QUESTIONS):
            return {}
        one = chance.choice(crowd)
        text = f"{mistyped(one.name, chance)} {one.address}"

        async def scan() -> None:
            process.extractOne(text, names, scorer=fuzz.token_sort_ratio)

        return {f"scan {size}": await timed(scan())}

    return run
