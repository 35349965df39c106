"""What became of contacts is forgotten after the policy's time, whatever the number of replicas."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from adapters.storage import Storage
from bot.forgetting import AT_ONCE, ReceiptSweep
from core.services.alerting.incoming_contacts import IncomingContacts
from core.services.incoming import Became, Incoming, Receipt
from core.services.ports.desk import Commit
from core.vocabulary.sought import Sought
from tests.support.clock import SetClock
from tests.support.databases import OpenDatabase, behind_its_back
from tests.support.memory import memory_desk
from tests.support.policies import NATURAL_ENGLAND, SMALL_BODY

RULE = NATURAL_ENGLAND.alerts


def sweep_of(storage: Storage, clock: SetClock) -> ReceiptSweep:
    return ReceiptSweep(RULE, storage.receipts, clock)


async def kept(storage: Storage, clock: SetClock, count: int) -> None:
    """A second apart, the last of them now."""
    receipts = tuple(
        Receipt(f"r{n}", "crm", f"k{n}", "0f", clock.now() - timedelta(seconds=n), Became.NOTHING)
        for n in range(count)
    )
    await storage.store.commit(Commit("contacts", (), receipts=receipts))


async def test_each_is_kept_for_as_long_as_the_policy_says(storage: Storage) -> None:
    clock = SetClock()
    await kept(storage, clock, 2)
    clock.forward(days=RULE.keep_receipts_days)
    assert await sweep_of(storage, clock).sweep() == 1
    assert await storage.receipts.get("r1") is None
    assert await storage.receipts.get("r0") is not None
    assert await sweep_of(storage, clock).sweep() == 0
    clock.forward(seconds=1)
    assert await sweep_of(storage, clock).sweep() == 1


async def test_of_a_contact_of_nobody_we_know_nothing_is_left(
    storage: Storage, database_url: str
) -> None:
    clock = SetClock()
    await kept(storage, clock, 1)
    clock.forward(days=RULE.keep_receipts_days, seconds=1)
    await sweep_of(storage, clock).sweep()
    for query in ("SELECT key FROM contact_receipts", "SELECT delivery FROM deliveries"):
        assert behind_its_back(database_url, query) == []


async def test_more_than_are_forgotten_at_once_by_two_replicas_at_once(
    open_database: OpenDatabase,
) -> None:
    one, other = await open_database(), await open_database()
    clock = SetClock()
    await kept(one, clock, 2 * AT_ONCE + 1)
    clock.forward(days=RULE.keep_receipts_days, seconds=1)
    sweeps = (sweep_of(one, clock).sweep(), sweep_of(other, clock).sweep())
    assert sum(await asyncio.gather(*sweeps)) == 2 * AT_ONCE + 1
    assert await one.receipts.of_keys("crm", ["k0", "k1", f"k{2 * AT_ONCE}"]) == {}


async def test_a_key_that_comes_again_after_that_is_a_new_contact() -> None:
    clock = SetClock()
    desk = replace(memory_desk().desk, clock=clock)
    contacts, rule = IncomingContacts(SMALL_BODY, desk), SMALL_BODY.alerts
    (means, *_) = (each.code for each in SMALL_BODY.means)
    who = (Sought(emails=("casey@customer.example",)),)
    call = Incoming("crm", "call-1", "0f", means, clock.now(), who)
    (first,) = await contacts.take([call])
    clock.forward(days=rule.keep_receipts_days)
    assert await contacts.take([call]) == (first,)
    clock.forward(seconds=1)
    assert await ReceiptSweep(rule, desk.receipts, clock).sweep() == 1
    (again,) = await contacts.take([replace(call, digest="ff")])
    assert (again.id, again.at) != (first.id, first.at)
    assert await contacts.receipt("crm", first.id) is None
