"""Every contact is kept once, under the key of its source; a receipt says what became of it."""

import asyncio
from dataclasses import replace

import pytest

from core.services.incoming import Became, Receipt
from core.vocabulary.refusal import Refusal, Refused
from core.vocabulary.sought import Sought
from tests.core.services.alerting.contacts import answering

NOBODY = Sought(names=("Robin Roe",), emails=("robin@example.org",))


async def test_a_batch_is_one_commit_and_redraws_once() -> None:
    desk = await answering()
    before = len(desk.memory.store.deliveries)
    contacts = [desk.contact(), desk.contact(NOBODY), desk.contact()]
    receipts = await desk.takes(*contacts)
    assert [receipt.key for receipt in receipts] == [contact.key for contact in contacts]
    assert len(desk.memory.store.deliveries) == before + 1
    assert len(desk.last) == 1
    await desk.takes(desk.contact(), desk.contact())
    assert [message.redraws is not None for message in desk.last] == [True]
    assert [alert.count for alert in desk.alerts] == [4]


async def test_the_same_again_changes_nothing() -> None:
    desk = await answering()
    contact = desk.contact()
    (first,) = await desk.takes(contact)
    kept = desk.kept
    assert await desk.takes(contact, contact) == (first, first)
    assert desk.kept == kept


async def test_the_same_twice_in_a_batch_counts_once() -> None:
    desk = await answering()
    contact = desk.contact()
    one, two = await desk.takes(contact, contact)
    assert one == two
    assert [alert.count for alert in desk.alerts] == [1]


async def test_the_same_key_of_another_source_is_another_contact() -> None:
    desk = await answering()
    contact = desk.contact()
    one, two = await desk.takes(contact, replace(contact, source="telephones"))
    assert one.id != two.id
    assert [alert.count for alert in desk.alerts] == [2]


@pytest.mark.parametrize("kept_before", [True, False])
async def test_another_contact_under_the_same_key_is_refused(kept_before: bool) -> None:
    desk = await answering()
    contact = desk.contact()
    if kept_before:
        await desk.takes(contact)
    kept = desk.kept
    with pytest.raises(Refused) as refused:
        await desk.takes(contact, replace(contact, digest="another"))
    assert (refused.value.refusal.rule, refused.value.refusal.field) == ("key-reused", "key")
    assert desk.kept == kept


async def test_good_ones_are_kept_beside_those_refused() -> None:
    desk = await answering()
    contacts = [desk.contact(), desk.contact(means="pigeon"), desk.contact()]
    one, refusal, other = await desk.incoming.take_each(contacts)
    assert isinstance(refusal, Refusal)
    assert refusal.rule == "unknown-means"
    assert isinstance(one, Receipt)
    assert isinstance(other, Receipt)
    assert [alert.count for alert in desk.alerts] == [2]
    assert len(desk.memory.store.receipts) == 2


async def test_a_dry_run_says_what_would_become_of_them() -> None:
    desk = await answering()
    kept = desk.kept
    contacts = [desk.contact(), desk.contact(NOBODY)]
    receipts = await desk.incoming.take(contacts, dry_run=True)
    assert [receipt.became for receipt in receipts] == [Became.ALERTED, Became.NOTHING]
    assert desk.kept == kept
    assert desk.alerts == []


async def test_nothing_comes_of_nothing() -> None:
    desk = await answering()
    kept = desk.kept
    assert await desk.takes() == ()
    assert desk.kept == kept


async def test_when_others_are_faster_it_is_decided_again() -> None:
    desk = await answering()
    desk.memory.store.conflicts_to_come = 3
    assert (await desk.comes()).became is Became.ALERTED
    desk.memory.store.conflicts_to_come = 8
    with pytest.raises(Refused) as refused:
        await desk.comes()
    assert refused.value.refusal.rule == "busy"


async def test_contacts_at_once_meet_in_one_alert() -> None:
    desk = await answering()
    await asyncio.gather(*(desk.comes() for _ in range(4)))
    assert [alert.count for alert in desk.alerts] == [4]


async def test_the_same_contact_twice_at_once_counts_once() -> None:
    desk = await answering()
    contact = desk.contact()
    one, two = await asyncio.gather(desk.takes(contact), desk.takes(contact))
    assert one == two
    assert [alert.count for alert in desk.alerts] == [1]


async def test_only_whoever_sent_it_reads_its_receipt() -> None:
    desk = await answering()
    receipt = await desk.comes()
    assert await desk.incoming.receipt("crm", receipt.id) == receipt
    assert await desk.incoming.receipt("telephones", receipt.id) is None
    assert await desk.incoming.receipt("crm", "another") is None
