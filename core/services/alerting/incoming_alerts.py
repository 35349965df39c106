"""Which alert a contact is told in: one that stands, or a new one."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from core.alert.decide import is_answered_alike, joins
from core.alert.events import AlertRaised, ContactSeen
from core.alert.places import is_told_above
from core.alert.state import Alert
from core.policy.model import AlertRule
from core.services.alerting.alert_book import AlertBook
from core.services.alerting.sightings import Sighting
from core.services.alerting.telling_apart import contacts_of
from core.services.incoming import Incoming
from core.services.one_person import BoundBy, OnePerson, bound_by
from core.services.ports.desk import Desk
from core.vocabulary.ids import AlertId, CaseId
from core.vocabulary.sought import Certainty, Sought

PREFIX: Final = "ALT"


class IncomingAlerts:
    """Of one batch of contacts. ``fresh_ids``: where ids that follow from what stands clashed."""

    def __init__(self, rule: AlertRule, desk: Desk, book: AlertBook, *, fresh_ids: bool) -> None:
        self._rule = rule
        self._desk = desk
        self._book = book
        self._fresh_ids = fresh_ids
        self._bound_by: dict[OnePerson, tuple[BoundBy, ...]] = {}
        self._standing: dict[CaseId, list[Alert]] = {}
        self._kept_who: dict[AlertId, list[Sought]] = {}
        self._added_who: dict[AlertId, list[Sought]] = {}

    async def look_up(self, seen: Sequence[Sighting]) -> None:
        """What binds these people, and the alerts of those cases that stand."""
        for person in dict.fromkeys(sighting.person for sighting in seen):
            self._bound_by[person] = await bound_by(self._desk.cases, person)
        cases = list(dict.fromkeys(by.case for all_of in self._bound_by.values() for by in all_of))
        latest = await self._desk.alerts.latest(cases) if cases else {}
        self._standing = {case: list(latest.get(case, ())) for case in cases}

    async def told(self, contact: Incoming, sighting: Sighting) -> Alert | None:
        """The alert with this contact in it; ``None`` where nothing bound the person when it was
        made, or nothing does any more."""
        bound = self._bound_by[sighting.person]
        case = next((by.case for by in bound if by.held_at(contact.at)), None)
        if case is None:
            return None
        seen = ContactSeen(
            means=contact.means,
            at=contact.at,
            source=contact.source,
            who=sighting.who,
            certainty=sighting.certainty,
            reasons=sighting.reasons,
            where=contact.where,
        )
        if spoken_of := await self._told_above(case, seen, sighting.person):
            return spoken_of
        before = await self._joined(case, seen, sighting.person)
        raised = () if before else (await self._raised(case, sighting.person, seen),)
        alert = self._book.add(before, (*raised, seen))
        self._added_who.setdefault(alert.id, []).append(self._normal(seen))
        others = (each for each in self._standing[case] if each.id != alert.id)
        self._standing[case] = [alert, *others]
        return alert

    async def _told_above(self, case: CaseId, seen: ContactSeen, person: OnePerson) -> Alert | None:
        """Colleagues who speak about an alert, settled or not, are no contact of the customer."""
        if not seen.where:
            return None
        known = (*self._standing[case], *await self._desk.alerts.of_case(case))
        return next(
            (
                alert
                for alert in known
                if alert.customer == person.standing
                and is_told_above(alert, seen.source, seen.where)
            ),
            None,
        )

    async def _joined(self, case: CaseId, seen: ContactSeen, person: OnePerson) -> Alert | None:
        """The one with the latest contact."""
        alike = [
            alert
            for alert in self._standing[case]
            if joins(self._rule, alert, person.standing, seen.at)
            and await self._is_answered_alike(alert, seen)
        ]
        return max(alike, key=lambda alert: alert.last_at, default=None)

    async def _is_answered_alike(self, alert: Alert, seen: ContactSeen) -> bool:
        is_unsure = seen.certainty is Certainty.POSSIBLE
        before = await self._who_of(alert) if is_unsure else ()
        return is_answered_alike(alert, seen.certainty, self._normal(seen), before)

    async def _who_of(self, alert: Alert) -> Sequence[Sought]:
        """Those of this batch too, which are not kept yet."""
        if alert.id not in self._kept_who:
            kept = await contacts_of(self._desk, alert.id)
            self._kept_who[alert.id] = [self._normal(each) for each in kept]
        return (*self._kept_who[alert.id], *self._added_who.get(alert.id, ()))

    def _normal(self, seen: ContactSeen) -> Sought:
        return self._desk.screening.normal(seen.who)

    async def _raised(self, case: CaseId, person: OnePerson, seen: ContactSeen) -> AlertRaised:
        reference = self._desk.ids.reference(PREFIX)
        return AlertRaised(await self._id(case, person, seen), reference, case, person.standing)

    async def _id(self, case: CaseId, person: OnePerson, seen: ContactSeen) -> AlertId:
        """Follows from what stands, so that two contacts at once do not raise two alerts."""
        if self._fresh_ids:
            return AlertId(self._desk.ids.identifier())
        kept = await self._desk.alerts.of_case(case)
        known = {alert.id: alert.version for alert in (*kept, *self._standing[case])}
        parts = [
            case,
            person.standing,
            seen.certainty,
            *sorted(f"{i}/{v}" for i, v in known.items()),
        ]
        return AlertId(sha256("\n".join(parts).encode()).hexdigest()[:32])
