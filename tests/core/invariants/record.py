"""What stands in a public body's records."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from core.case.evolve import fold
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.services.deciding.timeline import entries_of
from core.services.messages import Message
from core.vocabulary.customer import Customer
from core.vocabulary.ids import SYSTEM, CaseId, CustomerId, StaffId
from core.vocabulary.people import People, StaffMember
from tests.core.disengaging import PAT
from tests.core.invariants.holidays import HOLIDAYS
from tests.core.story import CASEY
from tests.support.memory import memory_desk
from tests.support.policies import Body

CASE: Final = CaseId(CASEY.id)
KAY: Final = Customer(CustomerId("kay"), "CUS-7", "Kay Unlike", ("kay@example.org",))
"""Perhaps another record of Casey's."""


class Record:
    """Over a desk in memory. ``customer``: whose case it is, as first reported."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.policy = body.policy
        self.memory = memory_desk(body.staff, (PAT, KAY), calendar=HOLIDAYS)
        self.customer = CASEY
        self._looked_at = 0
        self._kept: tuple[Entry, ...] = ()
        self._folded: Case | None = None

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
