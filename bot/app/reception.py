"""The playground's way to whoever takes contacts in, which a reset replaces while it serves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from adapters.intake.ports import Taker
from core.alert.state import Alert
from core.services.incoming import Incoming, Receipt
from core.services.ports.finders import Alerts
from core.vocabulary.ids import AlertId, CaseId, StaffId
from core.vocabulary.refusal import Refusal, refuse

CLOSED: Final = refuse(
    "closed", "The playground is being made new.", "Try again in a second."
).refusal


class Reception:
    """A ``Taker`` of contacts, and ``Alerts``. ``to`` and ``alerts``: ``None`` while there is
    nobody behind it; contacts are refused then.
    """

    def __init__(self) -> None:
        self.to: Taker | None = None
        self.alerts: Alerts | None = None

    async def take_each(
        self, incoming: Sequence[Incoming], *, dry_run: bool = False
    ) -> tuple[Receipt | Refusal, ...]:
        if self.to is None:
            return (CLOSED,) * len(incoming)
        return await self.to.take_each(incoming, dry_run=dry_run)

    async def receipt(self, source: str, receipt: str) -> Receipt | None:
        return await self.to.receipt(source, receipt) if self.to else None

    async def get(self, alert: AlertId) -> Alert | None:
        return await self.alerts.get(alert) if self.alerts else None

    async def by_reference(self, reference: str) -> Alert | None:
        return await self.alerts.by_reference(reference) if self.alerts else None

    async def latest(self, cases: Sequence[CaseId]) -> dict[CaseId, Sequence[Alert]]:
        return await self.alerts.latest(cases) if self.alerts else {}

    async def still_open(self, case: CaseId, skip: int, limit: int = 10) -> tuple[Alert, ...]:
        return await self.alerts.still_open(case, skip, limit) if self.alerts else ()

    async def count_open(self, case: CaseId) -> int:
        return await self.alerts.count_open(case) if self.alerts else 0

    async def around(
        self, cases: Sequence[CaseId], since: datetime, until: datetime
    ) -> dict[CaseId, Sequence[Alert]]:
        return await self.alerts.around(cases, since, until) if self.alerts else {}

    async def reminders_due(self, now: datetime, limit: int = 100) -> tuple[Alert, ...]:
        return await self.alerts.reminders_due(now, limit) if self.alerts else ()

    async def waiting(self, owners: Sequence[StaffId] | None, limit: int = 10) -> tuple[Alert, ...]:
        return await self.alerts.waiting(owners, limit) if self.alerts else ()

    async def count_waiting(self, owners: Sequence[StaffId] | None) -> int:
        return await self.alerts.count_waiting(owners) if self.alerts else 0
