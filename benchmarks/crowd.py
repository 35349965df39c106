"""Made-up British customers: common names, streets and towns by chance, always alike."""

import random
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count, islice
from typing import Final

from sqlalchemy import create_engine, make_url

from adapters.screening import ScreeningKeys
from adapters.storage import MasterKey, open_storage
from adapters.system import ALPHABET
from benchmarks.bots import MASTER_KEY
from core.case.register import CustomerRegistered
from core.services.ports.desk import Change, Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import OPERATOR, CustomerId

_SEED: Final = 1849
_BATCH: Final = 1_000
_SHARE_COMMON: Final = 0.06
_LENGTH: Final = 5
_SCATTER: Final = 12_345_677
_FIRST_WORDS: Final = """
Adam Alan Alice Amelia Amy Andrew Anna Anthony Arthur Barbara Benjamin Brian Carol
Catherine Charles Charlotte Christopher Claire Colin Daniel David Deborah Diane Dorothy
Edward Elizabeth Emily Emma Eric Fatima Fiona Francis Frank Gareth George Grace Hannah
Harriet Harry Helen Henry Ian Irene Isabella Jack Jacob Jacqueline James Jane Janet Jason
Jean Jennifer Jessica Joan John Jonathan Joseph Joshua Julia Karen Keith Kenneth Laura Lee
Leonard Liam Linda Louise Lucy Lynn Malcolm Margaret Maria Mark Martin Mary Matthew
Michael Mohammed Nicholas Nicola Oliver Olivia Pamela Patricia Paul Peter Philip Priya
Rachel Raymond Rebecca Richard Robert Roger Ronald Rose Ruth Samuel Sandra Sarah Sharon
Sheila Simon Sophie Stephen Susan Terence Thomas Timothy Tracy Valerie Victoria Walter
Wendy William Yusuf Zoe
"""
FIRST: Final = tuple(_FIRST_WORDS.split())
_BEGIN_WORDS: Final = """
Ash Bar Black Brad Bram Brook Burn Carl Chad Clay Cole Cran Dal Dun East Elm Fair Farn
Field Glad Green Hal Ham Hart Hather Hazel Hol Hunt Kel Kirk Lang Law Lin Mar Mel Mill Nor
North Oak Pem Pres Rad Red Rush Sel Shaw Stan Sut Thorn Up Wal War Wes Whit Win Wood Wyn
York
"""
_BEGIN: Final = tuple(_BEGIN_WORDS.split())
_END_WORDS: Final = """
bourne bridge brook bury by combe cote croft dale den field ford gate grove ham hurst
ington land ley low man mere more ridge rick sett shaw stead stock stone ton wall ward
well wick win wood worth
"""
_END: Final = tuple(_END_WORDS.split())
_KINDS: Final = ("Street", "Road", "Lane", "Avenue", "Close", "Drive", "Way", "Gardens")
_AREAS_WORDS: Final = """
B BA BD BN BS CB CF DE DH DN EX GL GU HU L LE LS M ME NE NG NR OX
"""
_AREAS: Final = tuple(_AREAS_WORDS.split())
_LETTERS: Final = "ABDEFGHJLNPQRSTUWXYZ"
_COMMON_WORDS: Final = """
Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans
Walker White Roberts Green Hall Wood Jackson Khan Clarke Hughes Edwards Harris Lewis Martin
"""
COMMON: Final = tuple(_COMMON_WORDS.split())
"""Some of the commonest surnames, the commonest first: the first is borne by one in a hundred."""
_WEIGHTS: Final = tuple(1 / (place + 2) for place in range(len(COMMON)))
SURNAMES: Final = tuple(f"{a}{b}" for a in _BEGIN for b in _END)


def british(number: int) -> tuple[Customer, ...]:
    return tuple(islice(crowd_without_end(_SEED), number))


def crowd_without_end(seed: int) -> Iterator[Customer]:
    chance = random.Random(seed)  # noqa: S311
    return (_customer(no, chance) for no in count())


def address(chance: random.Random) -> str:
    street = f"{chance.choice(SURNAMES)} {chance.choice(_KINDS)}"
    code = f"{chance.choice(_AREAS)}{chance.randint(1, 20)} {chance.randint(1, 9)}"
    inward = "".join(chance.choices(_LETTERS, k=2))
    return f"{chance.randint(1, 200)} {street}, {chance.choice(SURNAMES)}, {code}{inward}"


def name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(SURNAMES)}"


def mistyped(text: str, chance: random.Random) -> str:
    """With one slip in the last word: a letter changed, left out, doubled or swapped."""
    at = chance.randrange(text.rindex(" ") + 2, len(text) - 1)
    other = chance.choice("aeioustnr")
    return chance.choice(
        (
            text[:at] + other + text[at + 1 :],
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


async def fill_customers(url: str, crowd: Sequence[Customer]) -> float:
    """Seconds to keep them through the product's own commit, many to a transaction."""
    now = datetime.now(UTC)
    key = MasterKey.from_text(MASTER_KEY)
    storage = await open_storage(url, key, {}, key_maker=ScreeningKeys())
    began = time.perf_counter()
    try:
        for start in range(0, len(crowd), _BATCH):
            some = crowd[start : start + _BATCH]
            changes = tuple(
                Change(f"customer:{one.id}", one.id, 0, OPERATOR, now, (CustomerRegistered(one),))
                for one in some
            )
            await storage.store.commit(Commit(f"crowd:{start}", changes, customers=tuple(some)))
    finally:
        await storage.close()
    seconds = time.perf_counter() - began
    count_rows(url)
    return seconds


def _customer(number: int, chance: random.Random) -> Customer:
    """With an id by chance, as at work: they come in no order."""
    named = name(chance)
    if chance.random() < _SHARE_COMMON:
        named = f"{chance.choice(FIRST)} {chance.choices(COMMON, _WEIGHTS)[0]}"
    return Customer(
        CustomerId(f"{chance.getrandbits(128):032x}"),
        _reference(number),
        named,
        (f"person{number}@example.org",),
        (f"+44 7700 {900000 + number % 100000}",) if number % 3 else (),
        address=address(chance),
    )


def _reference(number: int) -> str:
    """Of a shape as at work, for each another one."""
    scattered = number * _SCATTER % len(ALPHABET) ** _LENGTH
    places = (scattered // len(ALPHABET) ** place for place in range(_LENGTH))
    return "CUS-K" + "".join(ALPHABET[place % len(ALPHABET)] for place in places)


def count_rows(url: str) -> None:
    """PostgreSQL does so by itself in time."""
    engine = create_engine(make_url(url.replace("postgresql:", "postgresql+psycopg:")))
    try:
        if engine.dialect.name == "postgresql":
            with engine.begin() as connection:
                connection.exec_driver_sql("ANALYZE")
    finally:
        engine.dispose()
