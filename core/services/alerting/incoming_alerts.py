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
from core.services.alerting.standing_alerts import StandingAlerts
from core.services.incoming import Incoming
from core.services.one_person import BoundBy, OnePerson, bound_by
from core.services.ports.desk import Desk
from core.vocabulary.ids import AlertId, CaseId
from core.vocabulary.sought import Certainty

PREFIX: Final = "ALT"


class IncomingAlerts:
    """Of one batch of contacts. ``fresh_ids``: where ids that follow from what stands clashed."""

    def __init__(self, rule: AlertRule, desk: Desk, book: AlertBook, *, fresh_ids: bool) -> None:
        self._rule = rule
        self._desk = desk
        self._book = book
        self._fresh_ids = fresh_ids
        self._bound_by: dict[OnePerson, tuple[BoundBy, ...]] = {}
        self._standing = StandingAlerts(rule, desk)

    async def look_up(self, seen: Sequence[tuple[Incoming, Sequence[Sighting]]]) -> None:
        """What binds these people, and the alerts of those cases that stand."""
        for person in dict.fromkeys(one.person for _, each in seen for one in each):
            self._bound_by[person] = await bound_by(self._desk.cases, person)
        cases = list(dict.fromkeys(by.case for all_of in self._bound_by.values() for by in all_of))
        contacts = [contact for contact, each in seen if each]
        await self._standing.begin(contacts, cases, self._book.at)

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
        self._standing.put(alert, seen)
        return alert

    async def _told_above(self, case: CaseId, seen: ContactSeen, person: OnePerson) -> Alert | None:
        """Colleagues who speak about an alert, settled or not, are no contact of the customer."""
        if not seen.where:
            return None
        return next(
            (
                alert
                for alert in await self._standing.of_case(case, seen.at)
                if alert.customer == person.standing
                and is_told_above(alert, seen.source, seen.where)
            ),
            None,
        )

    async def _joined(self, case: CaseId, seen: ContactSeen, person: OnePerson) -> Alert | None:
        """The one with the latest contact."""
        standing = await self._standing.of_case(case, seen.at)
        near = [a for a in standing if joins(self._rule, a, person.standing, seen.at)]
        is_unsure = seen.certainty is Certainty.POSSIBLE
        by_words = [a for a in near if is_unsure and (a.asks or a.confirmed_by)]
        said = await self._standing.said_in(by_words)
        who = self._standing.said(seen)
        alike = [a for a in near if is_answered_alike(a, seen.certainty, who, said.get(a.id, ()))]
        return max(alike, key=lambda alert: (alert.last_at, alert.id), default=None)

    async def _raised(self, case: CaseId, person: OnePerson, seen: ContactSeen) -> AlertRaised:
        reference = self._desk.ids.reference(PREFIX)
        return AlertRaised(await self._id(case, person, seen), reference, case, person.standing)

    async def _id(self, case: CaseId, person: OnePerson, seen: ContactSeen) -> AlertId:
        """Follows from what stands, so that two contacts at once do not raise two alerts."""
        if self._fresh_ids:
            return AlertId(self._desk.ids.identifier())
        standing = await self._standing.beside(case, seen.at)
        parts = [
            case,
            person.standing,
            seen.certainty,
            *sorted(f"{each.id}/{each.version}" for each in standing),
        ]
        return AlertId(sha256("\n".join(parts).encode()).hexdigest()[:32])
