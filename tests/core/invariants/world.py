"""A public body at work, and a witness who keeps what could be seen as each entry was added."""

import asyncio
from collections.abc import Callable, Coroutine, Sized
from dataclasses import replace
from typing import Any, TypeVar

from core.alert.reminding import Reminding
from core.case.commands import CaseCommand, ReportIncident
from core.case.state import Entry
from core.services.alerting.alert_desk import AlertDesk
from core.services.alerting.alert_reminding import AlertReminding
from core.services.alerting.incoming_contacts import IncomingContacts
from core.services.deciding.policy_service import Outcome, PolicyService
from core.services.incoming import Incoming, Receipt
from core.services.registering.customer_register import CustomerRegister
from core.services.registering.register import Register
from core.services.sanctions_log import SanctionsLog
from core.vocabulary.customer import CustomerKind
from core.vocabulary.ids import SYSTEM, StaffId
from core.vocabulary.refusal import Refused
from tests.core.disengaging import GRANT, PAT
from tests.core.invariants.drawn import Drawn
from tests.core.invariants.record import CASE, Record
from tests.core.invariants.replayed import Replayed
from tests.core.invariants.sight import Sight
from tests.core.story import CASEY
from tests.support.policies import Body

T = TypeVar("T")


class World(Record):
    """The services, and a witness of all that they add.

    ``unchecked`` and ``unheard``: what came since somebody last looked whether all is well.
    """

    def __init__(self, body: Body) -> None:
        super().__init__(body)
        self.loop = asyncio.new_event_loop()
        desk = self.memory.desk
        self.service = PolicyService(self.policy, desk)
        self.register = Register(self.policy, desk)
        self.customers = CustomerRegister(self.policy, desk)
        self.log = SanctionsLog(self.policy, desk)
        self.incoming = IncomingContacts(self.policy, desk)
        self.alert_desk = AlertDesk(self.policy, desk)
        self.timeline: tuple[Entry, ...] = ()
        self.unchecked: list[Sight] = []
        self.last: tuple[StaffId, CaseCommand, str] | None = None
        self.last_contact: tuple[Incoming, Receipt] | None = None
        self.reminding = Reminding(self.policy, desk.calendar)
        self.alert_reminding = AlertReminding(self.policy, desk)
        self.replayed = Replayed()
        self.drawn = Drawn()
        self.allowed: set[str] = set()
        self.refused: set[str] = set()
        self._deliveries = 0

    def close(self) -> None:
        self.loop.close()

    def does(self, actor: StaffId, command: CaseCommand) -> bool:
        """Whether it was allowed."""
        delivery = self.delivery()
        act = self.service.carry_out(actor, CASE, command, delivery)
        done = self.attempt(type(command).__name__, act)
        if done:
            self.last = (actor, command, delivery)
        return done

    def begin(
        self, kinds: frozenset[CustomerKind], others: frozenset[CustomerKind], employer: str
    ) -> None:
        """The first report of a customer of these ``kinds``; another at their place of others."""
        self.memory.know(replace(PAT, kinds=others))
        self.customer = replace(CASEY, kinds=kinds, employer=employer)
        assert self.report(self.body.officer.id)

    def report(self, by: StaffId, *, extreme: bool = False) -> bool:
        command = ReportIncident(
            customer=self.customer,
            corresponding=self.body.officer.id,
            means=self.policy.means[0].code,
            occurred_at=self.memory.clock.time,
            behaviours=frozenset({self.policy.behaviours[0].code}),
            topic=GRANT,
            narrative="Casey shouted.",
            extreme=extreme,
        )
        act = self.service.report(by, command, self.delivery())
        return self.attempt("ReportIncident", act)

    def attempt(self, name: str, act: Coroutine[Any, Any, Outcome]) -> bool:
        """Refused or not, what is kept, what is answered and what is told agree."""
        before = self.kept()
        outcome = self.unless_refused(name, act)
        if outcome is None:
            return False
        assert self.kept() == (*before, *outcome.added)
        assert outcome.case == self.case
        assert {entry.at for entry in outcome.added} == {self.memory.clock.time}
        self._witness(before, outcome.added)
        return True

    def unless_refused(self, name: str, act: Coroutine[Any, Any, T]) -> T | None:
        """What it answers; ``None`` where the policy says no, and then nothing has changed."""
        store = self.memory.store
        before = self.everything()
        try:
            answer = self.run(act)
        except Refused:
            assert self.everything() == before
            self.refused.add(name)
            return None
        assert len(store.entries) >= len(before[0])
        self.allowed.add(name)
        return answer

    def run(self, act: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(act)

    def delivery(self) -> str:
        self._deliveries += 1
        return f"delivery-{self._deliveries}"

    def everything(self) -> tuple[Sized, ...]:
        """All that is kept; of what only grows, how much."""
        store = self.memory.store
        return (
            range(len(store.entries)),
            range(len(store.messages)),
            range(len(store.deliveries)),
            dict(store.summaries),
            dict(store.staff),
            dict(store.customers),
            dict(store.alerts),
            range(len(store.receipts)),
        )

    def _witness(self, before: tuple[Entry, ...], added: tuple[Entry, ...]) -> None:
        store = self.memory.store
        staff, customers = dict(store.staff), dict(store.customers)
        self.unchecked.extend(
            Sight(self.policy, entry, added, before, staff, customers) for entry in added
        )

    @property
    def actors(self) -> list[StaffId]:
        """Those near the case come up more often, so that stories get far."""
        body = self.body
        near = [body.officer, body.officer, body.officer, body.colleague, body.manager]
        return [
            *(member.id for member in (*near, body.manager, body.head, *body.staff)),
            StaffId("stranger"),
            SYSTEM,
        ]

    def written(self) -> str:
        """A means by which the customer can be told of a decision."""
        return next(means.code for means in self.policy.means if means.is_written)


Standing = Callable[[World], None]
