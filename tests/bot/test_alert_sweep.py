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
    """``waiting``: what is due. ``faults``: of which fail, each time."""

    waiting: list[str]
    faults: dict[str, Exception] = field(default_factory=dict)
    reminded: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(POLICY, memory_desk().desk)

    async def due(self, limit: int) -> Sequence[AlertId]:
        return [AlertId(name) for name in self.waiting[:limit]]

    async def remind(self, alert: AlertId) -> bool:
        if fault := self.faults.get(alert):
            raise fault
        self.waiting.remove(alert)
        self.reminded.append(alert)
        return not alert.startswith("ended")


async def test_every_alert_that_is_due_is_brought_to_mind() -> None:
    reminding = Reminding([f"a{number}" for number in range(250)])
    assert await AlertSweep(reminding).sweep() == 250
    assert await AlertSweep(reminding).sweep() == 0


async def test_those_let_be_are_not_counted() -> None:
    reminding = Reminding(["ended-1", "a1", "ended-2"])
    assert await AlertSweep(reminding).sweep() == 1
    assert len(reminding.reminded) == 3


async def test_one_that_fails_is_left_for_the_next_sweep_and_stops_no_other() -> None:
    names = [f"a{number}" for number in range(230)]
    reminding = Reminding(names)
    reminding.faults = {f"a{number}": RuntimeError("Casey Customer") for number in range(120)}
    reminding.faults["a125"] = refuse("busy", "Others are changing this alert.")
    with log_book(()) as log:
        assert await AlertSweep(reminding).sweep() == 109
    assert "no reminder of alert a125: busy" in log.getvalue()
    reminding.faults.clear()
    assert await AlertSweep(reminding).sweep() == 121
