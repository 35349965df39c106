"""Receipts, alerts and watched channels: kept with their commit, found again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from adapters.storage import Storage
from core.alert.events import AlertRaised, AlertSettled, Settled
from core.alert.state import Alert
from core.case.register import (
    ApartTakenBack,
    ChannelUnwatched,
    ChannelWatched,
    ToldApart,
)
from core.services.incoming import Became, Receipt, Receipts
from core.services.ports.desk import Change, Commit, Conflict, Event
from core.services.ports.finders import Alerts
from core.vocabulary.ids import OPERATOR, SYSTEM, AlertId, CaseId
from core.vocabulary.sought import Certainty
from tests.adapters.storage.samples import ASHA, CASEY, NOW, later
from tests.support.databases import OpenDatabase, behind_its_back
from tests.support.memory import memory_desk

CASE = CaseId("case-of-c-casey")


def receipt(key: str, source: str = "crm", at: datetime = NOW, **more: object) -> Receipt:
    name = f"r-{source}-{key}"
    return replace(Receipt(name, source, key, "0f", at, Became.NOTHING), **more)  # type: ignore[arg-type]


def kept(*receipts: Receipt) -> Commit:
    return Commit(f"take-{receipts[0].id}-{receipts[0].digest}", (), receipts=receipts)


def alert(name: str, minutes: int = 0, **more: object) -> Alert:
    at = later(minutes=minutes)
    made = Alert(
        AlertId(name), f"ALE-{name}", CASE, CASEY.id, 1, 1, NOW, at, "phone", Certainty.LIKELY, ()
    )
    return replace(made, **more)  # type: ignore[arg-type]


def raised(one: Alert) -> Commit:
    event = AlertRaised(one.id, one.reference, one.case, one.customer)
    change = Change(f"alert:{one.id}", CASEY.id, 0, SYSTEM, NOW, (event,))
    return Commit(f"raise-{one.id}", (change,), alerts=(one,))


def settled(one: Alert, version: int = 1) -> Commit:
    event = AlertSettled(Settled.ANOTHER_PERSON)
    change = Change(f"alert:{one.id}", CASEY.id, version, ASHA, NOW, (event,))
    after = replace(one, version=version + 1, settled=event.how, settled_by=ASHA)
    return Commit(f"settle-{one.id}-{version}", (change,), alerts=(after,))


def of_channel(version: int, *events: Event) -> Commit:
    stream = "channel:slack:C1"
    change = Change(stream, stream, version, OPERATOR, NOW, events)
    return Commit(f"channel-{version}", (change,))


async def test_a_receipt_is_found_by_its_source_and_key(storage: Storage) -> None:
    alerted = receipt("k1", became=Became.ALERTED, alerts=(AlertId("a1"), AlertId("a2")))
    other = receipt("k1", "telephone")
    await storage.store.commit(kept(alerted, receipt("k2"), other))
    found = await storage.receipts.of_keys("crm", ["k1", "k2", "k3"])
    assert found == {"k1": alerted, "k2": receipt("k2")}
    assert await storage.receipts.of_keys("telephone", ["k1"]) == {"k1": other}
    assert await storage.receipts.of_keys("mail", ["k1"]) == {}
    assert await storage.receipts.of_keys("crm", []) == {}
    assert await storage.receipts.get(alerted.id) == alerted
    assert await storage.receipts.get("never") is None


async def test_very_many_receipts_at_once(storage: Storage) -> None:
    many = tuple(receipt(f"k{n}") for n in range(1_200))
    await storage.store.commit(kept(*many))
    found = await storage.receipts.of_keys("crm", [one.key for one in many])
    assert found == {one.key: one for one in many}


async def test_the_second_of_two_under_one_key_changes_nothing(
    open_database: OpenDatabase,
) -> None:
    one, other = await open_database(), await open_database()
    await one.store.commit(kept(receipt("k1")))
    late = receipt("k1", id="late", digest="ff")
    with pytest.raises(Conflict):
        await other.store.commit(kept(late, receipt("k2")))
    assert await one.receipts.get("late") is None
    assert await one.receipts.of_keys("crm", ["k1", "k2"]) == {"k1": receipt("k1")}


async def test_receipts_are_forgotten_the_oldest_first(storage: Storage) -> None:
    many = [receipt(f"k{n}", at=NOW + timedelta(days=n)) for n in range(5)]
    await storage.store.commit(kept(*many))
    assert await storage.receipts.forget_before(many[3].at, limit=2) == 2
    assert list(await storage.receipts.of_keys("crm", [r.key for r in many])) == ["k2", "k3", "k4"]
    assert await storage.receipts.forget_before(many[3].at) == 1
    assert await storage.receipts.forget_before(many[3].at) == 0
    assert await storage.receipts.get(many[3].id) == many[3]


async def test_receipts_alone_enter_nothing_and_wait_for_nobody(
    open_database: OpenDatabase, database_url: str
) -> None:
    one, other = await open_database(), await open_database()
    await one.store.commit(raised(alert("a1")))
    if database_url.startswith("sqlite"):
        await other.store.commit(kept(receipt("k1")))
    else:
        async with one._database.writing() as busy:
            await busy.exec_driver_sql("SELECT * FROM chain_head FOR UPDATE")
            await other.store.commit(kept(receipt("k1")))
    assert await one.receipts.of_keys("crm", ["k1"])
    assert (await one.verify()).entries == 1


async def test_alerts_are_found_the_latest_first(storage: Storage) -> None:
    for number in range(13):
        await storage.store.commit(raised(alert(f"a{number:02}", number)))
    done = alert("a12", 12)
    await storage.store.commit(settled(done))
    elsewhere = replace(alert("b1"), case=CaseId("k2"))
    await storage.store.commit(raised(elsewhere))
    found = await storage.alerts.latest([CASE, CaseId("k2"), CaseId("none"), CASE])
    assert [a.id for a in found[CASE]] == [f"a{n:02}" for n in range(11, 1, -1)]
    assert {case: len(alerts) for case, alerts in found.items()} == {CASE: 10, "k2": 1}
    assert await storage.alerts.get(AlertId("b1")) == elsewhere
    assert (await storage.alerts.get(done.id)) == replace(
        done, version=2, settled=Settled.ANOTHER_PERSON, settled_by=ASHA
    )
    assert await storage.alerts.get(AlertId("none")) is None
    assert await storage.alerts.latest([]) == {}


async def test_open_alerts_of_a_case_are_read_page_by_page(storage: Storage) -> None:
    memory = memory_desk((), ())
    each = [alert(f"a{n:02}", n) for n in range(13)]
    for commit in (*map(raised, each), settled(each[5]), raised(alert("x", 3, case="k2"))):
        await storage.store.commit(commit)
        memory.store.keep(commit)
    for alerts in (storage.alerts, memory.desk.alerts):
        assert await alerts.count_open(CASE) == 12
        assert await alerts.count_open(CaseId("none")) == 0
        pages = [await alerts.still_open(CASE, skip, 5) for skip in (0, 5, 10, 12)]
        assert [a.id for page in pages for a in page] == [
            one.id for one in reversed(each) if one.id != each[5].id
        ]
        assert [len(page) for page in pages] == [5, 5, 2, 0]


async def test_of_two_decisions_on_one_alert_one_is_kept(storage: Storage) -> None:
    one = alert("a1")
    await storage.store.commit(raised(one))
    await storage.store.commit(settled(one))
    late = replace(settled(one), delivery="late", alerts=(replace(one, count=9),))
    with pytest.raises(Conflict):
        await storage.store.commit(late)
    found = await storage.alerts.get(one.id)
    assert found
    assert (found.version, found.count) == (2, 1)


async def test_two_alerts_never_have_one_reference(storage: Storage) -> None:
    await storage.store.commit(raised(alert("a1")))
    with pytest.raises(Conflict):
        await storage.store.commit(raised(alert("a2", reference="ALE-a1")))
    assert await storage.alerts.get(AlertId("a2")) is None


async def test_an_alert_ahead_of_its_timeline_is_seen(storage: Storage, database_url: str) -> None:
    await storage.store.commit(raised(alert("a1")))
    assert (await storage.verify()).ok
    behind_its_back(database_url, "UPDATE contact_alerts SET version = 2")
    assert "alert a1 is ahead of its timeline" in (await storage.verify()).problem


async def test_a_channel_is_watched_until_it_is_not(storage: Storage) -> None:
    watched, unwatched = ChannelWatched("slack", "C1"), ChannelUnwatched("slack", "C1")
    assert not await storage.watched.is_watched("slack", "C1")
    await storage.store.commit(of_channel(0, watched))
    assert await storage.watched.is_watched("slack", "C1")
    assert not await storage.watched.is_watched("teams", "C1")
    await storage.store.commit(of_channel(1, unwatched, watched))
    assert await storage.watched.is_watched("slack", "C1")
    await storage.store.commit(of_channel(3, unwatched))
    assert not await storage.watched.is_watched("slack", "C1")


async def test_told_apart_can_be_taken_back(storage: Storage) -> None:
    told, back = ToldApart(CASEY.id, "casey"), ApartTakenBack(CASEY.id, "casey")

    async def say(version: int, *events: Event) -> bool:
        change = Change(f"customer:{CASEY.id}", CASEY.id, version, ASHA, NOW, events)
        await storage.store.commit(Commit(f"say-{version}", (change,)))
        return "casey" in await storage.customers.told_apart(["casey"])

    assert await say(0, told)
    assert not await say(1, back)
    assert await say(2, told, back, told)
    assert not await say(5, back)
    assert len(await storage.store.load(f"customer:{CASEY.id}")) == 6


async def test_so_can_the_same_in_other_writing(storage: Storage) -> None:
    words, also = "name robin roe", ("name r roe", "name robin roe | address 9 other lane")
    told = ToldApart(CASEY.id, words, also)
    said: list[Event] = [told, ApartTakenBack(CASEY.id, words, also), told]
    memory = memory_desk((), ())
    for version, event in enumerate(said):
        change = Change(f"customer:{CASEY.id}", CASEY.id, version, ASHA, NOW, (event,))
        commit = Commit(f"say-{version}", (change,))
        await storage.store.commit(commit)
        memory.store.keep(commit)
        expected = {each: {CASEY.id} for each in (words, *also)} if event is told else {}
        for customers in (storage.customers, memory.desk.customers):
            assert await customers.told_apart([words, *also, "somebody else"]) == expected
    (first, _, _) = await storage.store.load(f"customer:{CASEY.id}")
    assert first.event == told


async def test_the_memory_of_the_tests_answers_alike(storage: Storage) -> None:
    memory = memory_desk((), ())
    alerts = [alert(f"a{n:02}", n % 7) for n in range(14)]
    channel = of_channel(0, ChannelWatched("slack", "C1"))
    some = kept(*(receipt(f"k{n}", at=NOW + timedelta(days=n)) for n in range(4)))
    for commit in (*map(raised, alerts), settled(alerts[3]), some, channel):
        memory.store.keep(commit)
        await storage.store.commit(commit)
    assert await answers(memory.desk.alerts, memory.desk.receipts) == await answers(
        storage.alerts, storage.receipts
    )
    assert await memory.desk.watched.is_watched("slack", "C1")
    with pytest.raises(Conflict):
        memory.store.keep(kept(receipt("k3", digest="ff")))


async def answers(alerts: Alerts, receipts: Receipts) -> list[object]:
    return [
        await alerts.get(AlertId("a03")),
        await alerts.latest([CASE, CaseId("none")]),
        await alerts.around([CASE], NOW, later(minutes=3)),
        await receipts.of_keys("crm", ["k1", "k9"]),
        await receipts.get("r-crm-k1"),
        await receipts.forget_before(NOW + timedelta(days=3), limit=2),
        sorted(await receipts.of_keys("crm", [f"k{n}" for n in range(4)])),
    ]
