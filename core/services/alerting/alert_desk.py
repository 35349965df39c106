"""What colleagues do with an alert: who it was, what happened, and taking it back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from core.alert import decide
from core.alert.events import AlertEvent, ContactSeen
from core.alert.reminding import Reminding
from core.alert.state import Alert
from core.alert.tally import tally
from core.case.checks import require_actor
from core.case.commands import LogContact, ReportIncident
from core.case.evolve import fold
from core.case.scene import Scene
from core.policy.model import Policy
from core.services.alerting.alert_book import AlertBook
from core.services.alerting.alert_handling import Happened, handling
from core.services.alerting.apart import remembering
from core.services.alerting.telling_apart import (
    contacts_of,
    put_apart,
    taken_back,
    told_apart,
)
from core.services.deciding.keeping import Decided, Keeping
from core.services.deciding.policy_service import Outcome
from core.services.deciding.timeline import entries_of
from core.services.ports.desk import AlreadyDone, Change, Commit, Desk
from core.vocabulary.ids import AlertId, CustomerId, StaffId
from core.vocabulary.refusal import refuse
from core.vocabulary.sought import Sought

_Say = Callable[[Scene, Alert], tuple[AlertEvent, ...]]
_Beside = Callable[[Desk, Alert, StaffId], Awaitable[tuple[Change, ...]]]


@dataclass(frozen=True, slots=True)
class Handled:
    """The alert as it stands now, and what became of its case.

    An incident of somebody whom another's case binds is one in a case of their own.
    """

    alert: Alert
    outcome: Outcome


class AlertDesk:
    """All of it by any active colleague. Raises ``Refused``; nothing has changed then.

    The same ``delivery`` again changes nothing and answers with what stands.
    """

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._reminding = Reminding(policy, desk.calendar)
        self._keeping = Keeping(desk.store, "Others are changing this alert.")

    async def get(self, alert: AlertId) -> Alert:
        """As it stands. Refuses an unknown one."""
        found = await self._desk.alerts.get(alert)
        if found is None:
            raise refuse(
                "unknown-alert",
                "We do not know this alert.",
                "Look the customer up to see what may be done.",
            )
        if found.is_tallied:
            return found
        return replace(found, by_means=tally(await contacts_of(self._desk, alert)))

    async def seen(self, alert: AlertId) -> tuple[ContactSeen, ...]:
        """Its contacts, in the order in which they came: personal data, never for a channel."""
        await self.get(alert)
        return await contacts_of(self._desk, alert)

    async def confirm(self, by: StaffId, alert: AlertId, delivery: str) -> Alert:
        """It is the customer."""
        return await self._say(by, alert, delivery, decide.confirm)

    async def another_person(self, by: StaffId, alert: AlertId, delivery: str) -> Alert:
        """It is not the customer: nobody is asked of the same words again."""
        return await self._say(by, alert, delivery, decide.another_person, put_apart)

    async def tell_apart(
        self, by: StaffId, customer: CustomerId, who: Sought, delivery: str
    ) -> bool:
        """Whoever is looked for is not this customer. Whether it is remembered: what tells of
        nobody but the customer is not, and then nothing changes."""

        async def decide() -> Decided[bool]:
            if await self._desk.customers.get(customer) is None:
                raise refuse("unknown-customer", "We do not know this customer.")
            require_actor(await self._scene(by))
            changes = await told_apart(self._desk, customer, [who], by)
            commit = Commit(delivery, changes=changes) if changes else None
            return Decided(await self._is_remembered(customer, who), commit)

        async def standing(_: AlreadyDone) -> bool:
            return await self._is_remembered(customer, who)

        return await self._keeping.keep_once(delivery, decide, standing)

    async def _is_remembered(self, customer: CustomerId, who: Sought) -> bool:
        return bool(await remembering(self._desk, customer, [who]))

    async def only_mentioned(self, by: StaffId, alert: AlertId, delivery: str) -> Alert:
        """In a watched channel somebody wrote of the customer, who made no contact."""
        return await self._say(by, alert, delivery, decide.only_mentioned)

    async def reopen(self, by: StaffId, alert: AlertId, delivery: str) -> Alert:
        """It was the customer, or a contact, after all."""
        return await self._say(by, alert, delivery, decide.reopen, taken_back)

    async def log(self, by: StaffId, alert: AlertId, command: LogContact, delivery: str) -> Handled:
        """What happened, on the timeline of the case; in whose name follows from the alert."""
        return await self._handle(by, alert, command, delivery)

    async def report(
        self, by: StaffId, alert: AlertId, command: ReportIncident, delivery: str
    ) -> Handled:
        """It was an incident. Of whom follows from the alert, whoever ``command`` names."""
        return await self._handle(by, alert, command, delivery)

    async def _say(
        self,
        by: StaffId,
        alert: AlertId,
        delivery: str,
        say: _Say,
        beside: _Beside | None = None,
    ) -> Alert:
        """``beside``: what else changes with it."""

        async def decide() -> Decided[Alert]:
            known = await self.get(alert)
            events = say(await self._scene(by, known), known)
            if not events:
                return Decided(known)
            changes = await beside(self._desk, known, by) if beside else ()
            book = AlertBook(by, self._desk.clock.now(), self._reminding)
            after = book.add(known, events)
            commit = Commit(
                delivery,
                changes=(*book.changes, *changes),
                messages=book.messages,
                alerts=book.alerts,
            )
            return Decided(after, commit)

        async def standing(_: AlreadyDone) -> Alert:
            return await self.get(alert)

        return await self._keeping.keep_once(delivery, decide, standing)

    async def _handle(
        self, by: StaffId, alert: AlertId, command: Happened, delivery: str
    ) -> Handled:
        async def decide() -> Decided[Handled]:
            known = await self.get(alert)
            scene = await self._scene(by, known)
            done = await handling(self._policy, self._desk, scene, known, command, delivery)
            outcome = Outcome(done.draft.case, done.draft.added)
            return Decided(Handled(done.alert, outcome), done.commit)

        async def standing(done: AlreadyDone) -> Handled:
            if done.case is None:
                raise ValueError("this delivery concerned no case")
            history = entries_of(await self._desk.store.load(f"case:{done.case}"))
            return Handled(await self.get(alert), Outcome(fold(history), (), repeated=True))

        return await self._keeping.keep_once(delivery, decide, standing)

    async def _scene(self, by: StaffId, alert: Alert | None = None) -> Scene:
        named = {by, *((alert.settled_by,) if alert and alert.settled_by else ())}
        people = await self._desk.directory.people(sorted(named))
        return Scene(self._policy, people, by, self._desk.clock.now())
