"""Whether the right customer is found and nobody else accused: Febrl's records, British families.

Beside three others in the same run, over the same look-ups. The weights were fitted to other
families (another seed) and to every second look-up of Febrl 4; what was held out is told too.
"""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from adapters.screening import Screener, ScreeningKeys
from adapters.storage import MasterKey, open_storage
from benchmarks import contenders, reliability
from benchmarks.bots import MASTER_KEY
from benchmarks.contenders import Contender, Contest, contest
from benchmarks.crowd import fill_customers
from benchmarks.databases import NewDatabase
from benchmarks.families import HELD_OUT, families
from benchmarks.febrl import HALF_HELD_OUT, Looked, febrl, halves
from benchmarks.lookups import Lookup
from benchmarks.partly import partly
from benchmarks.score import Score, of_contest
from benchmarks.wide import WideTable
from bot.app.house import read_policy
from core.policy.model import ScreeningRule

_RULE: Final = read_policy(None).screening
_EVERYBODY: Final = ScreeningRule(100, 1, "for the reliability of scores")
_CONTENDERS: Final[Mapping[str, Contender]] = {
    "rapidfuzz scan": contenders.scan,
    "recordlinkage": contenders.recordlinkage,
    "Splink": contenders.splink,
}


def _sets() -> Iterator[tuple[str, Looked]]:
    yield "Febrl 4, a number for a telephone number", febrl(with_number=True)
    yield "Febrl 4, nothing but names and addresses", febrl(with_number=False)
    held_out = halves(febrl(with_number=False))[HALF_HELD_OUT]
    yield "Its held-out half, every second one no customer", held_out
    yield "British families, held out", families(random.Random(HELD_OUT))  # noqa: S311


async def measure(kind: str, new_database: NewDatabase) -> WideTable:
    heads = ("ours", *_CONTENDERS)
    table = WideTable(f"Is it the right one? ({kind})", ("", ""), heads=heads)
    for what, (customers, lookups) in _sets():
        url = new_database()
        await fill_customers(url, customers)
        score = await _ours(url, lookups, _RULE)
        others = [contest(how, customers, lookups) for how in _CONTENDERS.values()]
        table.lines += [
            (what,),
            *_lines(score, [(of_contest(o, customers, lookups), o) for o in others]),
        ]
        if "held-out" in what:
            table.notes += reliability.told(
                "Febrl's held-out half", await _ours(url, lookups, _EVERYBODY)
            )
    customers, lookups = partly(random.Random(HELD_OUT))  # noqa: S311
    url = new_database()
    await fill_customers(url, customers)
    told = reliability.told(
        "contacts who tell little, held out", await _ours(url, lookups, _EVERYBODY)
    )
    table.notes += told
    return table


async def _ours(url: str, lookups: Sequence[Lookup], rule: ScreeningRule) -> Score:
    key = MasterKey.from_text(MASTER_KEY)
    storage = await open_storage(url, key, {}, key_maker=ScreeningKeys())
    screener, score = Screener(storage.candidates), Score()
    for lookup in lookups:
        began = time.perf_counter()
        screened = await screener.screen(lookup.sought, rule)
        score.seconds += time.perf_counter() - began
        score.note(lookup, screened)
    await storage.close()
    return score


def _lines(ours: Score, others: Sequence[tuple[Score, Contest]]) -> Iterator[tuple[str, ...]]:
    scores = [score for score, _ in others]
    known, asked = ours.known, ours.known + ours.strangers
    yield (f"  best match right, of {known:,}", *(_share(s.right, known) for s in (ours, *scores)))
    yield ("  right one shown first, of all who are shown", _share(ours.shown, known))
    yield (
        f"  taken for a customer, but wrong, of {asked:,}",
        _share(ours.definite_wrong + ours.likely_wrong, asked),
        *(_share(s.definite_wrong, asked) for s in scores),
    )
    yield ("    definite, but wrong", _share(ours.definite_wrong, asked))
    yield ("    likely, but wrong", _share(ours.likely_wrong, asked))
    yield ("    a person asked, but wrong", _share(ours.asked_wrong, asked))
    seconds = ours.seconds / asked
    times = (f"x {other.seconds / seconds:.1f}" for _, other in others)
    yield ("  a look-up", f"{seconds * 1000:.2f} ms", *times)


def _share(number: int, of: int) -> str:
    return f"{number / of:.2%} ({number:,})" if of else "none"
