"""An alert is found by the reference that stands on its card."""

import pytest

from adapters.storage import Storage
from core.services.ports.finders import Alerts
from tests.adapters.storage.contacts.test_contacts import alert, raised, settled
from tests.support.memory import memory_desk


@pytest.mark.parametrize("typed", ["ALT-7K3F9Q", " alt-7k3f9q "])
async def test_by_reference_however_it_is_typed(storage: Storage, typed: str) -> None:
    known = alert("a1", reference="ALT-7K3F9Q")
    await storage.store.commit(raised(known))
    await storage.store.commit(raised(alert("a2", reference="ALT-7K3F9R")))
    memory = memory_desk()
    memory.store.keep(raised(known))
    finders: tuple[Alerts, ...] = (storage.alerts, memory.desk.alerts)
    for alerts in finders:
        assert await alerts.by_reference(typed) == known


@pytest.mark.parametrize("typed", ["", "ALT-", "7K3F9Q", "ALT-7K3F9", "ALT-7K3F9Q\0\ud800x", "a1"])
async def test_nothing_else_is_a_reference(storage: Storage, typed: str) -> None:
    await storage.store.commit(raised(alert("a1", reference="ALT-7K3F9Q")))
    assert await storage.alerts.by_reference(typed) is None


async def test_as_it_stands_settled_too(storage: Storage) -> None:
    one = alert("a1", reference="ALT-7K3F9Q")
    await storage.store.commit(raised(one))
    await storage.store.commit(settled(one))
    found = await storage.alerts.by_reference("ALT-7K3F9Q")
    assert found
    assert found.settled
