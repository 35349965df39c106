"""Very many contacts taken in, a file's worth: how many a second, and whether memory stays flat."""

import random
import secrets
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from adapters.system import SystemClock
from benchmarks.bots import MASTER_KEY
from bot.app.house import House, read_policy
from bot.settings import StorageSettings
from bot.views.ports import Address
from core.services.alerting.incoming_contacts import IncomingContacts
from core.services.incoming import Became, Incoming
from core.services.messages import Channel
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought

CONTACTS: Final = 100_000
TOGETHER: Final = 500
_SEED: Final = 1849
_WARM: Final = 5_000
_PAGE: Final = 4096


async def import_contacts(url: str, crowd: Sequence[Customer]) -> tuple[str, ...]:
    """Through what reads a file of contacts hands them to, in a process that delivers nothing."""
    storage = StorageSettings(url, MASTER_KEY)
    channels = {Channel.ALERTS: (Address("slack", "C-ALERTS", is_person=False),)}
    house = await House.open(read_policy(None), storage, channels, SystemClock())
    try:
        return await _measured(IncomingContacts(house.policy, house.desk), crowd)
    finally:
        await house.close()


async def _measured(taker: IncomingContacts, crowd: Sequence[Customer]) -> tuple[str, ...]:
    became: Counter[Became] = Counter()
    contacts = _contacts(crowd)
    await _take(taker, contacts, _WARM, became)
    memory, busy, began = _resident(), time.process_time(), time.perf_counter()
    await _take(taker, contacts, CONTACTS, became)
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    counts = ", ".join(f"{number:,} {what}" for what, number in sorted(became.items()))
    return (
        f"{CONTACTS:,} contacts imported at {len(crowd):,} customers, one in a hundred bound:",
        f"    {CONTACTS / seconds:,.0f} a second; {CONTACTS / busy:,.0f} for a second of one core",
        f"    {counts}; memory {_mb(memory)} MB before, {_mb(_resident())} MB after",
    )


def _mb(size: int) -> str:
    return f"{size / 2**20:,.0f}"


async def _take(
    taker: IncomingContacts, contacts: Iterator[Incoming], number: int, became: Counter[Became]
) -> None:
    for start in range(0, number, TOGETHER):
        some = [next(contacts) for _ in range(min(TOGETHER, number - start))]
        became.update(receipt.became for receipt in await taker.take(some))


def _contacts(crowd: Sequence[Customer]) -> Iterator[Incoming]:
    """Of anybody among the customers, as a CRM would tell of them."""
    chance = random.Random(_SEED)  # noqa: S311
    source = f"bench-{secrets.token_hex(4)}"
    number = 0
    while True:
        number += 1
        one = chance.choice(crowd)
        phones = one.phones if number % 2 else ()
        postcodes = (one.address.rpartition(", ")[2],) if number % 3 == 0 else ()
        who = Sought(names=(one.name,), emails=one.emails, phones=phones, postcodes=postcodes)
        now = datetime.now(UTC)
        yield Incoming(source, f"k{number}", secrets.token_hex(32), "email", now, (who,))


def _resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * _PAGE
