"""Alerts, receipts and watched channels in memory."""

from collections.abc import Mapping, MutableMapping, Sequence
from datetime import datetime

from core.alert.state import Alert
from core.services.incoming import Receipt
from core.services.summary import CaseSummary
from core.vocabulary.ids import AlertId, CaseId, StaffId

SourceKey = tuple[str, str]


class MemoryAlerts:
    def __init__(
        self,
        alerts: MutableMapping[AlertId, Alert],
        summaries: Mapping[CaseId, CaseSummary],
    ) -> None:
        self._alerts = alerts
        self._summaries = summaries

    async def get(self, alert: AlertId) -> Alert | None:
        return self._alerts.get(alert)

    async def by_reference(self, reference: str) -> Alert | None:
        wanted = reference.strip().upper()
        return next((a for a in self._alerts.values() if a.reference == wanted), None)

    async def latest(self, cases: Sequence[CaseId]) -> dict[CaseId, Sequence[Alert]]:
        found = {case: self._of(case, settled_too=False)[:10] for case in cases}
        return {case: alerts for case, alerts in found.items() if alerts}

    async def still_open(self, case: CaseId, skip: int, limit: int = 10) -> tuple[Alert, ...]:
        return self._of(case, settled_too=False)[skip : skip + limit]

    async def count_open(self, case: CaseId) -> int:
        return len(self._of(case, settled_too=False))

    async def around(
        self, cases: Sequence[CaseId], since: datetime, until: datetime
    ) -> dict[CaseId, Sequence[Alert]]:
        found = {}
        for case in cases:
            every, still = (self._of(case, settled_too=too) for too in (True, False))
            near = [alert for alert in still if since <= alert.last_at <= until][:200]
            wanted = {alert.id for alert in (*every[:10], *still[:10], *near)}
            found[case] = tuple(alert for alert in every if alert.id in wanted)
        return {case: alerts for case, alerts in found.items() if alerts}

    async def reminders_due(self, now: datetime, limit: int = 100) -> tuple[Alert, ...]:
        due = [(a.remind_at, a.id, a) for a in self._alerts.values() if a.remind_at]
        return tuple(alert for at, _, alert in sorted(due, key=lambda d: d[:2]) if at <= now)[
            :limit
        ]

    async def waiting(self, owners: Sequence[StaffId] | None, limit: int = 10) -> tuple[Alert, ...]:
        return self._waiting(owners)[:limit]

    async def count_waiting(self, owners: Sequence[StaffId] | None) -> int:
        return len(self._waiting(owners))

    def _waiting(self, owners: Sequence[StaffId] | None) -> tuple[Alert, ...]:
        theirs = {c for c, s in self._summaries.items() if owners is not None and s.owner in owners}
        waiting = [(a.open_since or a.first_at, a.id, a) for a in self._alerts.values()]
        found = [(since, no, a) for since, no, a in waiting if owners is None or a.case in theirs]
        return tuple(a for *_, a in sorted(found, key=lambda f: f[:2]) if a.remind_at)

    def _of(self, case: CaseId, *, settled_too: bool) -> tuple[Alert, ...]:
        alerts = [a for a in self._alerts.values() if a.case == case]
        wanted = [a for a in alerts if settled_too or a.settled is None]
        return tuple(sorted(wanted, key=lambda a: (a.last_at, a.id), reverse=True))


class MemoryReceipts:
    def __init__(self, receipts: MutableMapping[SourceKey, Receipt]) -> None:
        self._receipts = receipts

    async def of_keys(self, source: str, keys: Sequence[str]) -> dict[str, Receipt]:
        found = {key: self._receipts.get((source, key)) for key in keys}
        return {key: receipt for key, receipt in found.items() if receipt}

    async def get(self, receipt: str) -> Receipt | None:
        return next((r for r in self._receipts.values() if r.id == receipt), None)

    async def forget_before(self, moment: datetime, limit: int = 10_000) -> int:
        kept = sorted(self._receipts.items(), key=lambda item: item[1].at)
        old = [key for key, receipt in kept if receipt.at < moment][:limit]
        for key in old:
            del self._receipts[key]
        return len(old)


class MemoryWatchedChannels:
    def __init__(self, watched: set[tuple[str, str]]) -> None:
        self._watched = watched

    async def is_watched(self, platform: str, place: str) -> bool:
        return (platform, place) in self._watched
