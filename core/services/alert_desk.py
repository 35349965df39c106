"""What colleagues do with an alert: who it was, what happened, and taking it back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from core.alert import decide
from core.alert.events import AlertEvent, ContactSeen
from core.alert.state import Alert
from core.case.commands import LogContact, ReportIncident
from core.case.evolve import fold
from core.case.scene import Scene
from core.policy.model import Policy
from core.services.alert_book import AlertBook
from core.services.alert_handling import Handling, hand_over
from core.services.alert_words import contacts_of, put_apart, taken_back
from core.services.policy_service import Outcome
from core.services.ports import AlreadyDone, Change, Commit, Conflict, Desk
from core.services.timeline import entries_of
from core.vocabulary.ids import AlertId, StaffId
from core.vocabulary.refusal import Refused, refuse

ATTEMPTS: Final = 8
"""How often it is decided again when others change the alert or its case."""

_Decide = Callable[[Scene, Alert], tuple[AlertEvent, ...]]
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

    async def get(self, alert: AlertId) -> Alert:
        """As it stands. Refuses an unknown one."""
        found = await self._desk.alerts.get(alert)
        if found is None:
            raise refuse(
                "unknown-alert",
                "We do not know this alert.",
                "Look the customer up to see what may be done.",
            )
        return found

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

    async def reopen(self, by: StaffId, alert: AlertId, delivery: str) -> Alert:
        """It was the customer after all."""
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
        decided: _Decide,
        beside: _Beside | None = None,
    ) -> Alert:
        """``beside``: what else changes with it."""
        for _ in range(ATTEMPTS):
            known = await self.get(alert)
            try:
                events = decided(await self._scene(by, known), known)
            except Refused:
                if await self._desk.store.was_done(delivery):
                    return known
                raise
            if not events:
                return known
            changes = await beside(self._desk, known, by) if beside else ()
            book = AlertBook(by, self._desk.clock.now())
            after = book.add(known, events)
            commit = Commit(
                delivery,
                changes=(*book.changes, *changes),
                messages=book.messages,
                alerts=book.alerts,
            )
            try:
                await self._desk.store.commit(commit)
            except Conflict:
                continue
            except AlreadyDone:
                return await self.get(alert)
            return after
        raise _busy()

    async def _handle(
        self, by: StaffId, alert: AlertId, command: Handling, delivery: str
    ) -> Handled:
        for _ in range(ATTEMPTS):
            known = await self.get(alert)
            try:
                scene = await self._scene(by, known)
                done = await hand_over(self._policy, self._desk, scene, known, command, delivery)
            except Refused:
                # What a first delivery did may be the very reason why the second is refused.
                if before := await self._desk.store.was_done(delivery):
                    return await self._repeated(alert, before)
                raise
            try:
                await self._desk.store.commit(done.commit)
            except Conflict:
                continue
            except AlreadyDone as before:
                return await self._repeated(alert, before)
            return Handled(done.alert, Outcome(done.draft.case, done.draft.added))
        raise _busy()

    async def _repeated(self, alert: AlertId, done: AlreadyDone) -> Handled:
        if done.case is None:
            raise ValueError("this delivery concerned no case")
        history = entries_of(await self._desk.store.load(f"case:{done.case}"))
        return Handled(await self.get(alert), Outcome(fold(history), (), repeated=True))

    async def _scene(self, by: StaffId, alert: Alert) -> Scene:
        named = {by, *((alert.settled_by,) if alert.settled_by else ())}
        people = await self._desk.directory.people(sorted(named))
        return Scene(self._policy, people, by, self._desk.clock.now())


def _busy() -> Refused:
    return refuse("busy", "Others are changing this alert.", "Try again shortly.")
