"""Redraws: after their original, in order, in place of every copy of it."""

from dataclasses import replace

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.outbox.addressing import post_messages
from bot.views.ports import Posted
from core.services.messages import Message
from tests.adapters.storage.claiming import KEY, POSTED, claim, keys
from tests.adapters.storage.samples import NOW, later, message, person, posting, recorded, to
from tests.support.databases import CHANNELS, OpenDatabase

R1, R2 = "r1/slack:C-FOCUS", "r2/slack:C-FOCUS"


async def post_with_redraws(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1")))
    await storage.store.commit(posting(message("r1", redraws="m1")))
    await storage.store.commit(posting(message("r2", redraws="m1")))


async def test_a_redraw_waits_for_its_original_and_knows_where_it_stands(storage: Storage) -> None:
    await post_with_redraws(storage)
    assert await keys(storage) == [KEY]
    await storage.outbox.delivered(KEY, POSTED, NOW)
    (redraw,) = await claim(storage)
    assert (redraw.key, redraw.is_redraw, redraw.posted) == (R1, True, POSTED)


async def test_redraws_of_one_original_keep_their_order(storage: Storage) -> None:
    await post_with_redraws(storage)
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage) == [R1]
    await storage.outbox.postpone(R1, later(minutes=5), "timeout", uncertain=True)
    assert await keys(storage, later(minutes=1)) == []
    assert await keys(storage, later(minutes=5)) == [R1]
    await storage.outbox.delivered(R1, POSTED, later(minutes=5))
    assert await keys(storage, later(minutes=5)) == [R2]


async def test_a_parked_redraw_does_not_keep_the_next_one_back(storage: Storage) -> None:
    await post_with_redraws(storage)
    await storage.outbox.delivered(KEY, POSTED, NOW)
    await claim(storage)
    await storage.outbox.park(R1, "message_not_found", NOW)
    assert await keys(storage) == [R2]
    assert await storage.outbox.retry(R1, NOW)
    assert await keys(storage) == [R1]


async def test_redraws_are_parked_and_freed_with_their_original(storage: Storage) -> None:
    await post_with_redraws(storage)
    await storage.outbox.park(KEY, "channel_not_found", NOW)
    await storage.store.commit(posting(message("r3", redraws="m1")))
    reasons = {parked.key: parked.reason for parked in await storage.outbox.parked()}
    assert reasons == {
        KEY: "channel_not_found",
        R1: "original-parked",
        R2: "original-parked",
        "r3/slack:C-FOCUS": "original-parked",
    }
    assert await storage.outbox.waiting() == 0
    assert await storage.outbox.retry(KEY, NOW)
    assert await storage.outbox.waiting() == 4
    assert await keys(storage) == [KEY]


async def test_trying_a_redraw_again_tries_its_original_first(storage: Storage) -> None:
    await post_with_redraws(storage)
    await storage.outbox.park(KEY, "channel_not_found", NOW)
    assert await storage.outbox.retry(R2, NOW)
    assert await keys(storage) == [KEY]
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage) == [R1]


async def test_an_original_that_arrived_after_all_frees_its_redraws(storage: Storage) -> None:
    await post_with_redraws(storage)
    await storage.outbox.park(KEY, "gave up", NOW)
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage) == [R1]
    assert await storage.outbox.parked() == ()


async def test_every_copy_is_drawn_anew(storage: Storage) -> None:
    await storage.store.commit(recorded(person("Asha Adviser", "U1", "U2")))
    await storage.store.commit(posting(message("m1", to("asha"))))
    await storage.store.commit(posting(message("r1", to("asha"), redraws="m1")))
    for user in ("U1", "U2"):
        await storage.outbox.delivered(f"m1/slack:{user}", Posted(f"D{user}", "17.1"), NOW)
    redraws = {parcel.key: parcel.posted for parcel in await claim(storage)}
    assert redraws == {
        "r1/slack:U1": Posted("DU1", "17.1"),
        "r1/slack:U2": Posted("DU2", "17.1"),
    }


async def test_a_copy_is_drawn_anew_where_it_went_not_where_one_would_go_now(
    open_database: OpenDatabase,
) -> None:
    before = await open_database()
    await before.store.commit(posting(message("m1")))
    await before.outbox.delivered(KEY, POSTED, NOW)
    after = await open_database(channels={})
    await after.store.commit(posting(message("r1", redraws="m1")))
    (redraw,) = await claim(after)
    assert (redraw.key, redraw.posted) == (R1, POSTED)


async def test_a_message_and_its_redraw_in_one_commit(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), message("r1", redraws="m1")))
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage) == [R1]


async def test_there_is_nothing_to_redraw_of_a_message_never_sent(storage: Storage) -> None:
    await storage.store.commit(posting(message("r1", redraws="never")))
    assert await storage.outbox.waiting() == 0
    assert await storage.outbox.parked() == ()


async def test_redraws_for_somebody_without_an_account_wait_with_the_original(
    open_database: OpenDatabase,
) -> None:
    storage = await open_database(channels={})
    await storage.store.commit(posting(message("m1", to("asha"))))
    await storage.store.commit(posting(message("r1", to("asha"), redraws="m1")))
    reasons = {parked.key: parked.reason for parked in await storage.outbox.parked()}
    assert reasons == {"m1/": "no-account", "r1/": "no-account"}
    await storage.store.commit(recorded(person("Asha Adviser", "U1", "U2")))
    assert await keys(storage) == ["m1/slack:U1", "m1/slack:U2"]
    await storage.outbox.delivered("m1/slack:U2", Posted("D2", "17.1"), NOW)
    (redraw,) = await claim(storage)
    assert (redraw.key, redraw.posted) == ("r1/slack:U2", Posted("D2", "17.1"))


async def test_a_redraw_for_an_unnamed_channel_is_freed_with_its_original(
    open_database: OpenDatabase,
) -> None:
    unnamed = await open_database(channels={})
    await unnamed.store.commit(posting(message("m1"), message("r1", redraws="m1")))
    named = await open_database()
    assert await named.outbox.retry("r1/", NOW)
    assert await keys(named) == [KEY]
    await named.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(named) == [R1]


def latest(key: str) -> Message:
    return replace(message(key, redraws="m1"), latest=True)


async def test_a_redraw_that_waits_unclaimed_stands_for_the_next_ones(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), latest("r1"), latest("r2")))
    await storage.store.commit(posting(latest("r3")))
    assert await storage.outbox.waiting() == 2
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage) == [R1]


async def test_a_redraw_that_somebody_has_in_hand_may_be_drawn_already(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), latest("r1")))
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage) == [R1]
    await storage.store.commit(posting(latest("r2")))
    await storage.store.commit(posting(latest("r3")))
    await storage.outbox.delivered(R1, POSTED, NOW)
    assert await keys(storage) == [R2]
    await storage.store.commit(posting(latest("r4")))
    await storage.outbox.delivered(R2, POSTED, NOW)
    assert await keys(storage) == ["r4/slack:C-FOCUS"]


async def test_a_redraw_put_off_is_drawn_anew_when_it_is_tried_again(storage: Storage) -> None:
    await storage.store.commit(posting(message("m1"), latest("r1")))
    await storage.outbox.delivered(KEY, POSTED, NOW)
    assert await keys(storage) == [R1]
    await storage.outbox.postpone(R1, later(minutes=5), "timeout", uncertain=True)
    await storage.store.commit(posting(latest("r2")))
    assert await keys(storage, later(minutes=5)) == [R1]
    await storage.outbox.delivered(R1, POSTED, later(minutes=5))
    assert await storage.outbox.waiting() == 0


async def test_each_copy_has_a_redraw_of_its_own_to_wait_for(storage: Storage) -> None:
    await storage.store.commit(recorded(person("Asha Adviser", "U1", "U2")))
    await storage.store.commit(posting(message("m1", to("asha")), latest("r1")))
    for user in ("U1", "U2"):
        await storage.outbox.delivered(f"m1/slack:{user}", Posted(f"D{user}", "17.1"), NOW)
    (_, _) = await claim(storage)
    await storage.outbox.postpone("r1/slack:U1", NOW, "timeout", uncertain=False)
    await storage.store.commit(posting(latest("r2")))
    await storage.outbox.delivered("r1/slack:U2", Posted("DU2", "17.1"), NOW)
    assert await keys(storage) == ["r1/slack:U1", "r2/slack:U2"]


async def test_nobody_claims_a_redraw_while_a_commit_counts_on_it(
    postgres_url: str, master_key: MasterKey
) -> None:
    """SQLite lets but one write at a time."""
    one = await open_storage(postgres_url, master_key, CHANNELS)
    await one.store.commit(posting(message("m1"), latest("r1")))
    await one.outbox.delivered(KEY, POSTED, NOW)
    async with one._database.writing() as committing:
        await post_messages(committing, [latest("r2")], CHANNELS, NOW)
        assert await keys(one) == []
    assert await keys(one) == [R1]
    assert await one.outbox.waiting() == 1
    await one.close()
