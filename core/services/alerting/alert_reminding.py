"""Alerts of which nobody says what happened are brought to mind (stage 3; Responsibilities)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.alert.events import AlertEvent, AlertLetBe, AlertReminded
from core.alert.reminding import DueReminder, Reminding, reminded_of
from core.alert.state import Alert
from core.case.scene import Scene
from core.policy.model import Policy
from core.services.alerting.alert_book import AlertBook
from core.services.deciding.keeping import Decided, Keeping
from core.services.one_person import bound_by, person_of
from core.services.ports.desk import AlreadyDone, Commit, Desk
from core.vocabulary.ids import SYSTEM, AlertId, CaseId, CustomerId, StaffId


@dataclass(frozen=True, slots=True)
class _Due:
    alert: Alert
    reminder: DueReminder


class AlertReminding:
    """Nothing is sent twice, whatever the number of sweeps and replicas."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._reminding = Reminding(policy, desk.calendar)
        self._keeping = Keeping(desk.store, "Others are changing these alerts.")

    async def due(self, limit: int) -> Sequence[tuple[AlertId, ...]]:
        """Those of one case together, the longest due first. ``limit``: of alerts."""
        cases: dict[CaseId, list[AlertId]] = {}
        for alert in await self._desk.alerts.reminders_due(self._desk.clock.now(), limit):
            cases.setdefault(alert.case, []).append(alert.id)
        return [tuple(alerts) for alerts in cases.values()]

    async def remind(self, alerts: Sequence[AlertId]) -> int:
        """Alerts of one case, in one message. How many were brought to mind now.

        Raises ``Refused``.
        """

        async def decide() -> Decided[int]:
            due = await self._still_due(alerts)
            if not due:
                return Decided(0)
            said = await self._said(due)
            book = AlertBook(SYSTEM, self._desk.clock.now(), self._reminding)
            for each, event in said:
                book.add(each.alert, (event,))
            first = due[0].alert
            name = f"alert-reminder:{first.id}:{first.version}"
            commit = Commit(name, book.changes, messages=book.messages, alerts=book.alerts)
            return Decided(sum(isinstance(event, AlertReminded) for _, event in said), commit)

        async def done(_: AlreadyDone) -> int:
            return 0

        return await self._keeping.keep(decide, done)

    async def _still_due(self, alerts: Sequence[AlertId]) -> list[_Due]:
        now = self._desk.clock.now()
        known = [await self._desk.alerts.get(alert) for alert in alerts]
        found = ((alert, self._reminding.due(alert, now)) for alert in known if alert)
        return [_Due(alert, reminder) for alert, reminder in found if reminder]

    async def _said(self, due: Sequence[_Due]) -> list[tuple[_Due, AlertEvent]]:
        """A contact that may be dealt with as anyone's is brought to nobody's mind."""
        customers = dict.fromkeys(each.alert.customer for each in due)
        binds = {customer: await self._is_bound(customer) for customer in customers}
        bound = [each for each in due if binds[each.alert.customer]]
        if not bound:
            return [(each, AlertLetBe()) for each in due]
        shown = max((each.alert for each in bound), key=lambda alert: (alert.last_at, alert.id))
        to = await self._hearers(shown.case, goes_up=any(b.reminder.goes_up for b in bound))
        return [
            (each, _reminded(each, shown, to) if each in bound else AlertLetBe()) for each in due
        ]

    async def _hearers(self, case: CaseId, *, goes_up: bool) -> tuple[StaffId, ...]:
        summary = await self._desk.cases.summary(case)
        if summary is None:
            return ()
        people = await self._desk.directory.people([summary.owner])
        now, calendar = self._desk.clock.now(), self._desk.calendar
        scene = Scene(self._policy, people, SYSTEM, now, calendar=calendar)
        return reminded_of(scene, summary.owner, goes_up=goes_up)

    async def _is_bound(self, customer: CustomerId) -> bool:
        record = await self._desk.customers.get(customer)
        person = await person_of(self._desk.customers, record) if record else None
        return bool(person and await bound_by(self._desk.cases, person))


def _reminded(each: _Due, shown: Alert, to: tuple[StaffId, ...]) -> AlertReminded:
    if each.alert.id == shown.id:
        return AlertReminded(each.reminder.due_at, to)
    return AlertReminded(each.reminder.due_at, (), beside=shown.id)
