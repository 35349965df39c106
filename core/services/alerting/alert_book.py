"""Alerts as contacts and colleagues leave them, and all that is to be kept because of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.alert.events import AlertEvent
from core.alert.evolve import AlertEntry, evolve
from core.alert.reminding import Reminding
from core.alert.state import Alert
from core.services.announcing.alerts import on_alert
from core.services.messages import Message
from core.services.ports.desk import Change
from core.vocabulary.ids import AlertId, StaffId


@dataclass(slots=True)
class _Page:
    before: Alert | None
    alert: Alert
    events: list[AlertEvent]


@dataclass
class AlertBook:
    """``by`` and ``at``: who changes the alerts, and when. ``reminding``: by which rule they are
    brought to mind from then on."""

    by: StaffId
    at: datetime
    reminding: Reminding
    _pages: dict[AlertId, _Page] = field(default_factory=dict)

    def add(self, standing: Alert | None, events: Sequence[AlertEvent]) -> Alert:
        """``standing``: the alert as it is known by now; ``None``: these events raise it."""
        alert = standing
        for event in events:
            alert = evolve(alert, AlertEntry(self.at, self.by, event))
        if alert is None:
            raise ValueError("an alert is raised by an event")
        alert = replace(alert, remind_at=self.reminding.next_at(alert))
        page = self._pages.setdefault(alert.id, _Page(standing, alert, []))
        page.alert = alert
        page.events.extend(events)
        return alert

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """Those that change, as they will stand."""
        return tuple(page.alert for page in self._pages.values())

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(map(self._change, self._pages.values()))

    @property
    def messages(self) -> tuple[Message, ...]:
        told: Iterable[_Page] = self._pages.values()
        return tuple(each for page in told for each in on_alert(page.before, page.alert))

    def _change(self, page: _Page) -> Change:
        alert = page.alert
        expected = page.before.version if page.before else 0
        stream, events = f"alert:{alert.id}", tuple(page.events)
        return Change(stream, alert.customer, expected, self.by, self.at, events)
