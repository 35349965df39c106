"""A public body at work, and a witness who keeps what could be seen as each entry was added."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sized
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeVar

from core.case.commands import CaseCommand, ReportIncident
from core.case.evolve import fold
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.policy.model import Policy
from core.services.alert_desk import AlertDesk
from core.services.customer_register import CustomerRegister
from core.services.incoming import Incoming, Receipt
from core.services.incoming_contacts import IncomingContacts
from core.services.messages import Message
from core.services.policy_service import Outcome, PolicyService
from core.services.register import Register
from core.services.sanctions_log import SanctionsLog
from core.services.timeline import entries_of
from core.vocabulary.customer import Customer, CustomerKind
from core.vocabulary.ids import SYSTEM, CaseId, CustomerId, StaffId
from core.vocabulary.people import People, StaffMember
from core.vocabulary.refusal import Refused
from tests.core.disengaging import GRANT, PAT
from tests.core.invariants.replayed import Replayed
from tests.core.story import CASEY
from tests.support.memory import memory_desk
from tests.support.policies import Body

T = TypeVar("T")

CASE: Final = CaseId(CASEY.id)
KAY: Final = Customer(CustomerId("kay"), "CUS-7", "Kay Unlike", ("kay@example.org",))
"""Perhaps another record of Casey's."""


class SomeHolidays:
    """New Year, Christmas and the first Monday in May."""

    def is_bank_holiday(self, day: date) -> bool:
        in_may = day.month == 5 and day.weekday() == 0 and day.day <= 7
        return in_may or (day.month, day.day) in {(1, 1), (12, 25), (12, 26)}


HOLIDAYS: Final = SomeHolidays()


@dataclass(frozen=True)
class Sight:
    """An entry, those ``together`` with it in one decision, and who was who at that moment.

    ``before``: the entries before all of these.
    """

    policy: Policy
    entry: Entry
    together: tuple[Entry, ...]
    before: tuple[Entry, ...]
    staff: Mapping[StaffId, StaffMember]
    customers: Mapping[CustomerId, Customer]

    @property
    def earlier(self) -> tuple[Entry, ...]:
        """Everything before this entry."""
        return (*self.before, *(e for e in self.together if e.no < self.entry.no))

    @property
    def all(self) -> tuple[Entry, ...]:
        """Everything up to the end of this decision."""
        return (*self.before, *self.together)


class World:
    """The services over a desk in memory.

    ``unchecked`` and ``unheard``: what came since somebody last looked whether all is well.
    """

    def __init__(self, body: Body) -> None:
        self.body = body
        self.policy = body.policy
        self.loop = asyncio.new_event_loop()
        self.memory = memory_desk(body.staff, (PAT, KAY), calendar=HOLIDAYS)
        desk = self.memory.desk
        self.service = PolicyService(self.policy, desk)
        self.register = Register(self.policy, desk)
        self.customers = CustomerRegister(self.policy, desk)
        self.log = SanctionsLog(self.policy, desk)
        self.incoming = IncomingContacts(self.policy, desk)
        self.alert_desk = AlertDesk(self.policy, desk)
        self.customer = CASEY
        self.timeline: tuple[Entry, ...] = ()
        self.unchecked: list[Sight] = []
        self.last: tuple[StaffId, CaseCommand, str] | None = None
        self.last_contact: tuple[Incoming, Receipt] | None = None
        self.replayed = Replayed()
        self.allowed: set[str] = set()
        self.refused: set[str] = set()
        self._looked_at = 0
        self._kept: tuple[Entry, ...] = ()
        self._folded: Case | None = None
        self._deliveries = 0

    def close(self) -> None:
        self.loop.close()

    # -- what is done --------------------------------------------------------------------

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

    # -- what stands ---------------------------------------------------------------------

    def kept(self) -> tuple[Entry, ...]:
        entries = self.memory.store.entries
        if self._looked_at != len(entries):
            self._looked_at = len(entries)
            self._kept = entries_of(self.memory.store.stream(f"case:{CASE}"))
        return self._kept

    @property
    def case(self) -> Case:
        kept = self.kept()
        if self._folded is None or self._folded.version != len(kept):
            self._folded = fold(kept)
        return self._folded

    @property
    def scene(self) -> Scene:
        """As the bot itself sees it, who knows everybody."""
        known = self.memory.store.customers
        return Scene(
            policy=self.policy,
            people=People(self.staff.values()),
            actor=SYSTEM,
            now=self.memory.clock.time,
            customer=known.get(CASEY.id, self.customer),
            calendar=HOLIDAYS,
            others=tuple(known.values()),
        )

    @property
    def staff(self) -> Mapping[StaffId, StaffMember]:
        return self.memory.store.staff

    @property
    def today(self) -> date:
        return self.memory.clock.time.astimezone(self.policy.zone).date()

    @property
    def messages(self) -> list[Message]:
        return self.memory.messages

    def minutes_ago(self, minutes: int) -> datetime:
        return self.memory.clock.time - timedelta(minutes=minutes)

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


Check = Callable[[Sight], None]
Standing = Callable[[World], None]
