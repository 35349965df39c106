"""A whole command, signed HTTP to answer, against an empty handler of slack-bolt."""

from typing import Final

from benchmarks.bolt import empty_handler
from benchmarks.bots import RunningBot, command_body, running_bot
from benchmarks.databases import NewDatabase
from benchmarks.filler import Known, fill
from benchmarks.measure import Contender, Times, side_by_side, timed
from benchmarks.sink import opened_sink
from benchmarks.table import Table
from benchmarks.wire import Caller

ROUNDS: Final = 150
ENTRIES: Final = 1_000

_COLUMNS: Final = ("ours", "empty bolt handler")


async def measure(kind: str, new_database: NewDatabase) -> Table:
    """Seconds to the acknowledgement and to the answer at the response URL."""
    database_url = new_database()
    known = await fill(database_url, ENTRIES)
    async with (
        opened_sink() as sink,
        empty_handler(sink, process_before_response=False) as polling,
        empty_handler(sink, process_before_response=True) as prompt,
        running_bot(sink, database_url) as bot,
    ):
        contenders = (_empty("a", polling), _empty("b", prompt), _help(bot), _check(bot, known))
        spreads = await side_by_side(contenders, ROUNDS)
    table = Table(f"Answer a command ({kind})", _COLUMNS)
    for command in ("help", "check"):
        for moment in ("acknowledged", "answered"):
            for baseline in ("a", "b"):
                name = f"{command} {moment}"
                table.compare(
                    f"/ucb {name}, against ({baseline})", spreads[name], spreads[baseline]
                )
    return table


def _empty(name: str, caller: Caller) -> Contender:
    async def run() -> Times:
        body = command_body("help", "")
        return {name: await timed(caller.post(body))}

    return run


def _help(bot: RunningBot) -> Contender:
    async def run() -> Times:
        acknowledged, answered = await bot.command("help", "Hello Asha Adviser")
        return {"help acknowledged": acknowledged, "help answered": answered}

    return run


def _check(bot: RunningBot, known: tuple[Known, ...]) -> Contender:
    """Another case each time."""
    references = iter([one.reference for one in known] * 10)

    async def run() -> Times:
        reference = next(references)
        acknowledged, answered = await bot.command(f"check {reference}", f"Case {reference}")
        return {"check acknowledged": acknowledged, "check answered": answered}

    return run
