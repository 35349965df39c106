"""Redraws: after their original, in order, in place of every copy of it."""

from adapters.storage import Storage
from bot.views.ports import Posted
from tests.adapters.storage.samples import NOW, later, message, person, posting, recorded, to
from tests.adapters.storage.test_outbox import KEY, POSTED, claim, keys
from tests.support.databases import OpenDatabase

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
