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
from core.vocabulary.ids import SYSTEM, AlertId


@dataclass(frozen=True, slots=True)
class _What:
    """``name``: of what is done, the same for every replica."""

    event: AlertEvent
    name: str


class AlertReminding:
    """Nothing is sent twice, whatever the number of sweeps and replicas."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._reminding = Reminding(policy, desk.calendar)
        self._keeping = Keeping(desk.store, "Others are changing this alert.")

    async def due(self, limit: int) -> Sequence[AlertId]:
        """The longest due first."""
        due = await self._desk.alerts.reminders_due(self._desk.clock.now(), limit)
        return [alert.id for alert in due]

    async def remind(self, alert: AlertId) -> bool:
        """Whether it was brought to mind now. Raises ``Refused``."""

        async def decide() -> Decided[bool]:
            now = self._desk.clock.now()
            known = await self._desk.alerts.get(alert)
            due = self._reminding.due(known, now) if known else None
            if known is None or due is None:
                return Decided(answer=False)
            what = await self._what(known, due)
            book = AlertBook(SYSTEM, now, self._reminding)
            book.add(known, (what.event,))
            commit = Commit(what.name, book.changes, messages=book.messages, alerts=book.alerts)
            return Decided(isinstance(what.event, AlertReminded), commit)

        async def done(_: AlreadyDone) -> bool:
            return False

        return await self._keeping.keep(decide, done)

    async def _what(self, alert: Alert, due: DueReminder) -> _What:
        """A contact that may be dealt with as anyone's is brought to nobody's mind."""
        case = await self._desk.cases.summary(alert.case)
        if case is None or not await self._is_bound(alert):
            return _What(AlertLetBe(), f"alert-let-be:{alert.id}:{alert.version}")
        people = await self._desk.directory.people([case.owner])
        now, calendar = self._desk.clock.now(), self._desk.calendar
        scene = Scene(self._policy, people, SYSTEM, now, calendar=calendar)
        to = reminded_of(scene, case.owner, goes_up=due.goes_up)
        name = f"alert-reminder:{alert.id}:{due.due_at.isoformat()}"
        return _What(AlertReminded(due.due_at, to), name)

    async def _is_bound(self, alert: Alert) -> bool:
        record = await self._desk.customers.get(alert.customer)
        person = await person_of(self._desk.customers, record) if record else None
        return bool(person and await bound_by(self._desk.cases, person))
