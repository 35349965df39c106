"""A message is posted to everybody it is for, once, or waits until there is somebody."""

from adapters.storage import Storage
from bot.views.ports import Address
from core.services.messages import Channel
from tests.adapters.storage.claiming import ALERTS, KEY, POSTED, claim, keys
from tests.adapters.storage.samples import (
    NOW,
    message,
    person,
    posting,
    recorded,
    to,
)
from tests.support.databases import OpenDatabase


async def test_a_message_is_posted_once_however_often_it_is_asked_for(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    await storage.store.commit(posting(message("m1"), delivery="again"))
    assert await keys(storage) == [KEY]
    await storage.outbox.delivered(KEY, POSTED, NOW)
    await storage.store.commit(posting(message("m1"), delivery="once more"))
    assert await storage.outbox.waiting() == 0


async def test_a_person_gets_it_on_every_account(storage: Storage) -> None:
    await storage.store.commit(recorded(person("Asha Adviser", "U1", "U2")))
    await storage.store.commit(posting(message("m1", to("asha"))))
    parcels = await claim(storage)
    assert [(parcel.key, parcel.address) for parcel in parcels] == [
        ("m1/slack:U1", Address("slack", "U1", is_person=True)),
        ("m1/slack:U2", Address("slack", "U2", is_person=True)),
    ]
    await storage.store.commit(recorded(person("Asha Adviser", "U1", "U2", "U3"), version=1))
    await storage.store.commit(posting(message("m1", to("asha")), delivery="again"))
    assert await storage.outbox.waiting() == 2


async def test_a_channel_of_two_platforms_gets_it_on_both(open_database: OpenDatabase) -> None:
    teams = Address("teams", "19:made-up", is_person=False)
    storage = await open_database(channels={Channel.ALERTS: (ALERTS, teams)})
    await storage.store.commit(posting(message("m1", Channel.ALERTS)))
    assert [parcel.address for parcel in await claim(storage)] == [ALERTS, teams]


async def test_without_an_account_it_waits_for_one(open_database: OpenDatabase) -> None:
    storage = await open_database(channels={})
    await storage.store.commit(posting(message("m1", to("asha")), message("m2", to("morgan"))))
    assert await keys(storage) == []
    assert {(p.address, p.reason) for p in await storage.outbox.parked()} == {(None, "no-account")}
    await storage.store.commit(recorded(person("Asha Adviser")))
    assert not await storage.outbox.retry("m1/", NOW)
    assert len(await storage.outbox.parked()) == 2
    await storage.store.commit(recorded(person("Asha Adviser", "U1", "U2"), version=1))
    assert await keys(storage) == ["m1/slack:U1", "m1/slack:U2"]
    assert [parked.key for parked in await storage.outbox.parked()] == ["m2/"]


async def test_a_message_in_the_commit_that_links_the_account_finds_it(
    open_database: OpenDatabase,
) -> None:
    storage = await open_database(channels={})
    asha = recorded(person("Asha Adviser", "U1"))
    await storage.store.commit(posting(message("m1", to("asha"))))
    linked = posting(message("m2", to("asha")))
    await storage.store.commit(
        type(asha)(asha.delivery, asha.changes, staff=asha.staff, messages=linked.messages)
    )
    assert await keys(storage) == ["m1/slack:U1", "m2/slack:U1"]


async def test_without_a_channel_it_waits_for_the_settings(open_database: OpenDatabase) -> None:
    storage = await open_database(channels={})
    await storage.store.commit(posting(message("m1")))
    assert not await storage.outbox.retry("m1/", NOW)
    (parked,) = await storage.outbox.parked()
    assert (parked.key, parked.address, parked.reason) == ("m1/", None, "no-channel")
    named = await open_database()
    assert await named.outbox.retry("m1/", NOW)
    assert await keys(named) == [KEY]
    assert await named.outbox.parked() == ()
