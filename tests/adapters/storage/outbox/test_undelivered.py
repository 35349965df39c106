"""What is given up is told to the Customer Focus channels, once, and by the same transaction."""

import asyncio
from collections.abc import Mapping, Sequence

import pytest

from adapters.storage import Storage
from bot.outbox import Parcel
from bot.views.ports import Address
from core.services.messages import Channel
from core.services.undelivered import Cause
from tests.adapters.storage.claiming import POSTED, claim, keys
from tests.adapters.storage.samples import NOW, later, message, person, posting, recorded, to
from tests.support.databases import CHANNELS, OpenDatabase

FOCUS, ALERTS = CHANNELS[Channel.CUSTOMER_FOCUS][0], CHANNELS[Channel.ALERTS][0]
TEAMS = Address("teams", "19:focus", is_person=False)
BOTH: Mapping[Channel, Sequence[Address]] = {
    Channel.CUSTOMER_FOCUS: (FOCUS, TEAMS),
    Channel.ALERTS: (ALERTS,),
}
ALERT = "m1/slack:C-ALERTS"


async def notices(storage: Storage, now: object = NOW) -> dict[str, Parcel]:
    return {p.key: p for p in await claim(storage, now) if p.kind == "undelivered"}


async def parked_alert(storage: Storage, cause: Cause = Cause.NOT_FOUND) -> None:
    await storage.store.commit(posting(message("m1", Channel.ALERTS)))
    await claim(storage)
    await storage.outbox.park(ALERT, "channel_not_found", NOW, cause)


async def test_every_platform_of_the_channel_is_told(open_database: OpenDatabase) -> None:
    storage = await open_database(channels=BOTH)
    await parked_alert(storage)
    told = await notices(storage)
    assert {parcel.address for parcel in told.values()} == {FOCUS, TEAMS}
    assert [dict(parcel.about) for parcel in told.values()] == 2 * [
        {
            "of": "approval-request",
            "to": "alerts",
            "platform": "slack",
            "cause": "not-found",
            "case": "case-of-c-casey",
        }
    ]


async def test_it_is_told_of_a_person_without_saying_who(storage: Storage) -> None:
    await storage.store.commit(recorded(person("Asha Adviser", "U1")))
    await storage.store.commit(posting(message("m1", to("asha"))))
    await claim(storage)
    await storage.outbox.park("m1/slack:U1", "user_disabled", NOW, Cause.PERSON_GONE)
    (parcel,) = (await notices(storage)).values()
    assert parcel.about["to"] == "person"
    assert "asha" not in f"{parcel.key} {parcel.about}"


async def test_a_parcel_is_told_of_once_however_often_it_is_given_up(storage: Storage) -> None:
    await parked_alert(storage)
    (told,) = await notices(storage)
    await storage.outbox.delivered(told, POSTED, NOW)
    assert await storage.outbox.retry(ALERT, NOW)
    assert await keys(storage) == [ALERT]
    await storage.outbox.park(ALERT, "channel_not_found", NOW, Cause.NOT_FOUND)
    assert await keys(storage, later(days=1)) == []
    assert [parked.key for parked in await storage.outbox.parked()] == [ALERT]


async def test_of_a_notice_that_does_not_arrive_nobody_is_told(storage: Storage) -> None:
    await parked_alert(storage)
    (told,) = await notices(storage)
    await storage.outbox.park(told, "not_in_channel", NOW, Cause.NOT_TAKEN)
    assert await keys(storage, later(days=1)) == []
    assert len(await storage.outbox.parked()) == 2


@pytest.mark.parametrize(
    ("cause", "told"), [(Cause.NOT_FOUND, [TEAMS]), (Cause.NOT_DRAWN, [FOCUS, TEAMS])]
)
async def test_a_place_that_cannot_be_written_to_is_told_nothing(
    open_database: OpenDatabase, cause: Cause, told: list[Address]
) -> None:
    storage = await open_database(channels=BOTH)
    await storage.store.commit(posting(message("m1")))
    await claim(storage)
    await storage.outbox.delivered("m1/teams:19:focus", POSTED, NOW)
    await storage.outbox.park("m1/slack:C-FOCUS", "channel_not_found", NOW, cause)
    assert [parcel.address for parcel in (await notices(storage)).values()] == told


async def test_redraws_that_wait_with_their_original_are_not_told_of(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1", Channel.ALERTS)))
    await storage.store.commit(posting(message("r1", Channel.ALERTS, redraws="m1")))
    await storage.outbox.park(ALERT, "channel_not_found", NOW, Cause.NOT_FOUND)
    await storage.store.commit(posting(message("r2", Channel.ALERTS, redraws="m1")))
    (told,) = (await notices(storage)).values()
    assert told.about["cause"] == "not-found"


async def test_a_redraw_of_a_deleted_message_is_told_of(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("r1", redraws="m1")))
    await storage.outbox.delivered("m1/slack:C-FOCUS", POSTED, NOW)
    await claim(storage)
    await storage.outbox.park("r1/slack:C-FOCUS", "message_not_found", NOW, Cause.MESSAGE_GONE)
    (parcel,) = (await notices(storage)).values()
    assert (parcel.about["cause"], parcel.about["redraw"]) == ("message-gone", "yes")


async def test_who_has_no_account_is_told_of_at_once(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1", to("asha"))))
    await storage.store.commit(posting(message("r1", to("asha"), redraws="m1")))
    (parcel,) = (await notices(storage)).values()
    assert (parcel.about["cause"], "platform" in parcel.about) == ("no-account", False)


async def test_two_replicas_that_give_up_the_same_parcel_tell_once(
    open_database: OpenDatabase,
) -> None:
    one, other = await open_database(), await open_database()
    await one.store.commit(posting(message("m1", Channel.ALERTS)))
    await claim(one)
    await claim(other, later(seconds=61))
    await asyncio.gather(
        *(each.outbox.park(ALERT, "late", NOW, Cause.NO_ANSWER) for each in (one, other))
    )
    assert len(await notices(one, later(seconds=61))) == 1


async def test_without_a_channel_nobody_is_told_and_nothing_is_lost(
    open_database: OpenDatabase,
) -> None:
    storage = await open_database(channels={Channel.ALERTS: (ALERTS,)})
    await parked_alert(storage)
    assert [parked.key for parked in await storage.outbox.parked()] == [ALERT]
    assert await storage.outbox.waiting() == 0
