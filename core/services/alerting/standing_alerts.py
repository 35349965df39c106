"""The alerts of the cases that a batch of contacts concerns, read in as few goes as can be."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from core.alert.decide import earlier, reach
from core.alert.events import ContactSeen
from core.alert.known_as import Said, said_of
from core.alert.state import Alert
from core.policy.model import AlertRule
from core.services.alerting.telling_apart import contacts_of_each
from core.services.incoming import Incoming
from core.services.ports.desk import Desk
from core.vocabulary.ids import AlertId, CaseId

TOGETHER: Final = timedelta(days=1)
"""Contacts made as little apart are looked up together; as long after an alert, colleagues who
speak about it beneath the message where it is told are known for what they do."""

_LATEST: Final = 10
"""Of a case, settled or not, known whenever anything of it is looked up."""


class StandingAlerts:
    """As they stand with the contacts of this batch that were told before."""

    def __init__(self, rule: AlertRule, desk: Desk) -> None:
        self._rule = rule
        self._contacts: Sequence[Incoming] = ()
        self._desk = desk
        self._alerts: dict[CaseId, dict[AlertId, Alert]] = {}
        self._looked_up: dict[CaseId, list[datetime]] = {}
        self._kept: dict[AlertId, list[Said]] = {}
        self._added: dict[AlertId, list[Said]] = {}

    async def begin(
        self, contacts: Sequence[Incoming], cases: Sequence[CaseId], at: datetime
    ) -> None:
        """``contacts``: of the batch, those that these cases concern; most were made about then."""
        self._contacts = contacts
        await self._look_up(cases, at)

    async def _look_up(self, cases: Sequence[CaseId], at: datetime) -> None:
        """For the contacts made about that time, and no further than these reach."""
        near = [each for each in self._contacts if abs(each.at - at) <= TOGETHER]
        begun = [earlier(each.at, TOGETHER) if each.where else each.at for each in near]
        last = max((each.at for each in near), default=at)
        since, until = reach(self._rule, min(begun, default=at), last)
        found = await self._desk.alerts.around(cases, since, until) if cases else {}
        for case in cases:
            self._looked_up.setdefault(case, []).append(at)
            known = self._alerts.setdefault(case, {})
            for alert in found.get(case, ()):
                known.setdefault(alert.id, alert)

    async def of_case(self, case: CaseId, at: datetime) -> Collection[Alert]:
        """All that a contact made then may join; and the latest, settled or not."""
        if all(abs(at - each) > TOGETHER for each in self._looked_up.get(case, ())):
            await self._look_up([case], at)
        return self._alerts[case].values()

    async def beside(self, case: CaseId, at: datetime) -> Collection[Alert]:
        """Of these only what does not depend on the other contacts of the batch: those within
        reach of one made then, and the latest."""
        since, until = reach(self._rule, at, at)
        known = sorted(await self.of_case(case, at), key=lambda each: (each.last_at, each.id))
        earlier_ones = (each for each in known[:-_LATEST] if since <= each.last_at <= until)
        return (*earlier_ones, *known[-_LATEST:])

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
