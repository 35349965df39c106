"""A decision on its way to being kept."""

from collections.abc import Sequence
from functools import reduce

from core.case.events import CaseEvent
from core.case.evolve import evolve, fold
from core.case.recording.incidents import Opening
from core.case.register import CustomerRegistered
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.services.announcing import announce
from core.services.announcing.bound_otherwise import bound_otherwise
from core.services.deciding.timeline import numbered
from core.services.ports.desk import AlertsToRedraw, Change, Commit
from core.services.summarise import summarise
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId


class Draft:
    """``case``: as it will stand; ``added``: the entries that make it so.

    ``registration``: of the customer, when the decision registers one as well.
    ``bound_otherwise``: the records of those for whom something else is in force than before.
    """

    def __init__(
        self,
        scene: Scene,
        before: Case | Opening,
        history: Sequence[Entry],
        events: Sequence[CaseEvent],
        registration: Change | None = None,
    ) -> None:
        self.added = numbered(history, scene.now, scene.actor, events)
        if isinstance(before, Case):
            self.case = reduce(evolve, self.added, before)
            self.bound_otherwise = bound_otherwise(before, self.case)
        else:
            self.case = fold(self.added)
            self.bound_otherwise = frozenset[CustomerId]()
        self._scene = scene
        self._history = history
        self._registration = registration

    def commit(self, delivery: str) -> Commit:
        """The case's entries first: the delivery is remembered with the case it concerned."""
        scene, case = self._scene, self.case
        change = Change(
            stream=f"case:{case.id}",
            subject=case.customer,
            expected_version=len(self._history),
            by=scene.actor,
            at=scene.now,
            events=tuple(entry.event for entry in self.added),
        )
        registered = self._registration
        return Commit(
            delivery=delivery,
            changes=(change,) if registered is None else (change, registered),
            summaries=(summarise(scene, case),),
            customers=_customers(registered),
            messages=announce(scene, case, self._history, self.added),
            redraw=self._alerts_to_redraw,
        )

    @property
    def _alerts_to_redraw(self) -> AlertsToRedraw | None:
        because = f"case:{self.case.id}/{self.case.version}"
        return AlertsToRedraw(self.bound_otherwise, because) if self.bound_otherwise else None


def _customers(registered: Change | None) -> tuple[Customer, ...]:
    events = registered.events if registered else ()
    return tuple(e.customer for e in events if isinstance(e, CustomerRegistered))
