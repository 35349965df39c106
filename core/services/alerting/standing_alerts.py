"""The alerts of the cases that a batch of contacts concerns, read in as few goes as can be."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from core.alert.decide import reach
from core.alert.events import ContactSeen
from core.alert.known_as import Said, said_of
from core.alert.state import Alert
from core.policy.model import AlertRule
from core.services.alerting.telling_apart import contacts_of_each
from core.services.ports.desk import Desk
from core.vocabulary.ids import AlertId, CaseId

TOGETHER: Final = timedelta(days=1)
"""Contacts made as little apart are looked up together."""


class StandingAlerts:
    """As they stand with the contacts of this batch that were told before."""

    def __init__(self, rule: AlertRule, desk: Desk) -> None:
        self._rule = rule
        self._desk = desk
        self._alerts: dict[CaseId, dict[AlertId, Alert]] = {}
        self._looked_up: dict[CaseId, list[datetime]] = {}
        self._kept: dict[AlertId, list[Said]] = {}
        self._added: dict[AlertId, list[Said]] = {}

    async def look_up(self, cases: Sequence[CaseId], at: datetime) -> None:
        """For contacts made about that time."""
        since, until = reach(self._rule, at, TOGETHER)
        found = await self._desk.alerts.around(cases, since, until) if cases else {}
        for case in cases:
            self._looked_up.setdefault(case, []).append(at)
            known = self._alerts.setdefault(case, {})
            for alert in found.get(case, ()):
                known.setdefault(alert.id, alert)

    async def of_case(self, case: CaseId, at: datetime) -> Collection[Alert]:
        """All that a contact made then may join; and the latest, settled or not."""
        if all(abs(at - each) > TOGETHER for each in self._looked_up.get(case, ())):
            await self.look_up([case], at)
        return self._alerts[case].values()

    async def said_in(self, alerts: Sequence[Alert]) -> Mapping[AlertId, Sequence[Said]]:
        """Of whom the contacts of each were told to be."""
        unread = [alert.id for alert in alerts if alert.id not in self._kept]
        if unread:
            kept = await contacts_of_each(self._desk, unread)
            self._kept |= {alert: list(map(self.said, kept[alert])) for alert in unread}
        return {a.id: (*self._kept[a.id], *self._added.get(a.id, ())) for a in alerts}

    def put(self, alert: Alert, seen: ContactSeen) -> None:
        """As it stands with this contact, its last."""
        if alert.count == 1:
            self._kept[alert.id] = []
        self._added.setdefault(alert.id, []).append(self.said(seen))
        self._alerts[alert.case][alert.id] = alert

    def said(self, seen: ContactSeen) -> Said:
        return said_of(self._desk.screening.normal(seen.who))
