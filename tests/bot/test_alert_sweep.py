"""Open alerts are looked for again and again; one that fails stops no other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.alert_sweep import AlertSweep
from core.services.alerting.alert_reminding import AlertReminding
from core.vocabulary.ids import AlertId
from core.vocabulary.refusal import refuse
from tests.core.story import POLICY
from tests.support.log_book import log_book
from tests.support.memory import memory_desk


@dataclass
class Reminding(AlertReminding):
    """``waiting``: what is due, each of a case of its own but for ``case/1``, ``case/2`` and so on.

    ``faults``: of which fail, each time.
    """

    waiting: list[str]
    faults: dict[str, Exception] = field(default_factory=dict)
    reminded: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(POLICY, memory_desk().desk)

    async def due(self, limit: int) -> Sequence[tuple[AlertId, ...]]:
        cases: dict[str, list[AlertId]] = {}
        for name in self.waiting[:limit]:
            cases.setdefault(name.partition("/")[0], []).append(AlertId(name))
        return [tuple(alerts) for alerts in cases.values()]

    async def remind(self, alerts: Sequence[AlertId]) -> int:
        for alert in alerts:
            if fault := self.faults.get(alert):
                raise fault
        for alert in alerts:
            self.waiting.remove(alert)
            self.reminded.append(alert)
        return sum(not alert.startswith("ended") for alert in alerts)


async def test_every_alert_that_is_due_is_brought_to_mind() -> None:
    reminding = Reminding([f"a{number}" for number in range(250)])
    assert await AlertSweep(reminding).sweep() == 250
    assert await AlertSweep(reminding).sweep() == 0


async def test_those_of_one_case_are_told_together() -> None:
    reminding = Reminding(["a/1", "b/1", "a/2"])
    assert await AlertSweep(reminding).sweep() == 3
    assert reminding.reminded == ["a/1", "a/2", "b/1"]


async def test_those_let_be_are_not_counted() -> None:
    reminding = Reminding(["ended-1", "a1", "ended-2"])
    assert await AlertSweep(reminding).sweep() == 1
    assert len(reminding.reminded) == 3


async def test_one_that_fails_is_left_for_the_next_sweep_and_stops_no_other() -> None:
    names = [f"a{number}" for number in range(430)]
    reminding = Reminding(names)
    reminding.faults = {f"a{number}": RuntimeError("Casey Customer") for number in range(220)}
    reminding.faults["a225"] = refuse("busy", "Others are changing this alert.")
    with log_book(()) as log:
        assert await AlertSweep(reminding).sweep() == 209
    assert "no reminder of alert a225: busy" in log.getvalue()
    reminding.faults.clear()
    assert await AlertSweep(reminding).sweep() == 221
