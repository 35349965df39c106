"""The alerts that a contact may join: found however many stand open, and read at once."""

import pytest

from adapters.storage import Storage
from adapters.storage.contacts import alerts as alerts_module
from core.vocabulary.ids import CaseId
from tests.adapters.storage.contacts.test_contacts import CASE, alert, raised, settled
from tests.adapters.storage.samples import NOW, later
from tests.support.memory import memory_desk


async def test_alerts_are_found_by_when_their_last_contact_was(storage: Storage) -> None:
    memory = memory_desk((), ())
    each = [alert(f"a{n:02}", n) for n in range(40)]
    done = [settled(each[n]) for n in (3, 37, 39)]
    elsewhere = raised(alert("x", 3, case="k2"))
    for commit in (*map(raised, each), *done, elsewhere):
        await storage.store.commit(commit)
        memory.store.keep(commit)
    cases = [CASE, CaseId("none"), CASE]
    for alerts in (storage.alerts, memory.desk.alerts):
        found = await alerts.around(cases, later(minutes=2), later(minutes=6))
        assert list(found) == [CASE]
        latest = [f"a{n}" for n in range(39, 27, -1)]
        assert [a.id for a in found[CASE]] == [*latest, "a06", "a05", "a04", "a02"]
        assert all(a.settled for a in found[CASE] if a.id in ("a37", "a39"))
        many = await alerts.around([CASE, CaseId("k2")], later(minutes=0), later(minutes=40))
        assert [len(many[case]) for case in (CASE, CaseId("k2"))] == [39, 1]
        assert await alerts.around([], NOW, NOW) == {}


async def test_of_very_many_only_the_latest_are_read(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert alerts_module.MOST_AROUND == 200
    monkeypatch.setattr(alerts_module, "MOST_AROUND", 15)
    for number in range(40):
        await storage.store.commit(raised(alert(f"a{number:02}", number)))
    found = await storage.alerts.around([CASE], later(minutes=0), later(minutes=30))
    within = [f"a{number}" for number in range(30, 15, -1)]
    assert [a.id for a in found[CASE]] == [*(f"a{n}" for n in range(39, 30, -1)), *within]


async def test_several_timelines_are_read_at_once(storage: Storage) -> None:
    one, other = alert("a1"), alert("a2")
    for commit in (raised(one), raised(other), settled(one)):
        await storage.store.commit(commit)
    streams = ["alert:a1", "alert:none", "alert:a2"]
    kept = await storage.store.load_each(streams)
    assert kept == {each: await storage.store.load(each) for each in ("alert:a1", "alert:a2")}
    assert [len(entries) for entries in kept.values()] == [2, 1]
    assert await storage.store.load_each([]) == {}
    many = [f"alert:{number}" for number in range(1_200)]
    assert await storage.store.load_each([*many, "alert:a2"]) == {"alert:a2": kept["alert:a2"]}
