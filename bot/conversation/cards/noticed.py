"""An alert with everything that is told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation.cards.judged import Judged, judged
from bot.conversation.finding.binding import involved, standing_for
from bot.conversation.office import Office
from bot.conversation.words.ended import no_more_text
from bot.conversation.words.proposals import person
from bot.conversation.words.remembered import remembered_text
from core.alert.events import AlertSettled, ContactSeen, Settled
from core.alert.state import Alert
from core.alert.tally import tally
from core.case.guidance import Guidance
from core.case.state import Case, Contact
from core.case.weighing.assessing import disengaged_at
from core.policy.model import Policy
from core.services.alerting.apart import Apart
from core.services.alerting.telling_apart import may_be_remembered
from core.services.ports.desk import TimelineEntry
from core.vocabulary.customer import Customer
from core.vocabulary.ids import AlertId, EntryNo, StaffId
from core.vocabulary.people import People
from core.vocabulary.refusal import refuse
from core.vocabulary.sought import Sought


@dataclass(frozen=True, slots=True)
class Noticed:
    """``contacts``: at least one, that against which most speaks first.

    ``name``: the customer's, "" for readers who do not learn it. ``bound_too``: the case is
    somebody else's, and binds this customer too. ``apart``: of a settled alert, what is remembered
    of another person, in words. ``no_more``: that nothing binds the customer any more, in
    words; "" while something does.
    """

    office: Office
    alert: Alert
    case: Case
    people: People
    contacts: tuple[Judged, ...]
    settled_at: datetime | None
    name: str
    reference: str
    bound_too: bool
    apart: str
    no_more: str

    @property
    def policy(self) -> Policy:
        return self.office.policy

    @property
    def is_disengaged(self) -> bool:
        """Whether a disengagement of the alert's own case binds this customer, and did so when the
        worst of its contacts was made: of one made before, the topic is not judged."""
        seen, person = self.contacts[0].seen, self.alert.customer if self.bound_too else None
        no, by = EntryNo(self.case.version + 1), self.case.owner
        made = Contact(no, seen.means, seen.at, by, topic="", note="", person=person)
        return any(notice.in_force for notice in disengaged_at(self.case, made))

    @property
    def answers(self) -> tuple[Guidance, ...]:
        """To the worst of its contacts, from everything that binds the customer."""
        return self.contacts[0].answers

    def person(self, staff: StaffId) -> str:
        return person(self.policy, self.people, staff)


async def noticed(office: Office, alert: Alert, *, private: bool) -> Noticed:
    """``private``: for one colleague alone. Channels learn the name where the policy says so, and
    never of somebody who may be, or is, another person."""
    case = await office.service.case(alert.case)
    customer = await standing_for(office, alert.customer)
    bound = await involved(office, customer)
    is_them = alert.is_known and alert.settled is not Settled.ANOTHER_PERSON
    named = private or (office.policy.alerts.show_name and is_them)
    history = await _history(office, alert)
    seen = _contacts(alert, history)
    contacts = judged(office, bound, seen)
    records = frozenset(customer.records)
    staff = [each for each in (alert.settled_by, alert.confirmed_by) if each]
    return Noticed(
        office=office,
        alert=replace(alert, by_means=tally(seen)),
        case=case,
        people=await office.people_of(case, *staff),
        contacts=contacts,
        settled_at=_settled_at(history),
        name=customer.name if named else "",
        reference=customer.reference,
        bound_too=case.customer not in customer.records,
        apart=await _apart(office, alert, customer, seen),
        no_more="" if contacts[0].answers else no_more_text(office.policy, case, records),
    )


async def known_alert(office: Office, text: str) -> Alert:
    """Refuses what this bot never wrote."""
    return await office.alert_desk.get(AlertId(text))


async def told_alert(office: Office, about: Mapping[str, str]) -> Alert:
    """Of which a message tells. Refuses one that is not there."""
    alert = await office.desk.alerts.get(AlertId(about["alert"]))
    if alert is None:
        raise refuse("unknown-alert", "We do not know this alert any more.")
    return alert


async def worst_contact(office: Office, alert: Alert) -> ContactSeen:
    """Of those of an alert, the one against which most speaks; of equals the latest."""
    bound = await involved(office, await standing_for(office, alert.customer))
    seen = _contacts(alert, await _history(office, alert))
    return judged(office, bound, seen)[0].seen


async def _apart(
    office: Office, alert: Alert, customer: Customer, seen: Sequence[ContactSeen]
) -> str:
    if alert.settled is not Settled.ANOTHER_PERSON:
        return ""
    said = [each.who for each in seen if may_be_remembered(each)]
    apart = await Apart.of(office.desk, said)
    kept = [who for who in said if apart.is_somebody_else(customer, who)]
    return remembered_text(kept, [each.who for each in seen if each.who not in kept])


async def _history(office: Office, alert: Alert) -> Sequence[TimelineEntry]:
    """An open alert of one contact is told of without it."""
    is_needed = alert.settled or alert.count > 1
    return await office.desk.store.load(f"alert:{alert.id}") if is_needed else ()


def _contacts(alert: Alert, history: Sequence[TimelineEntry]) -> tuple[ContactSeen, ...]:
    seen = tuple(entry.event for entry in history if isinstance(entry.event, ContactSeen))
    only = ContactSeen(alert.means, alert.last_at, "", Sought(), alert.certainty, alert.reasons)
    return seen or (only,)


def _settled_at(history: Sequence[TimelineEntry]) -> datetime | None:
    """When it was settled the last time."""
    times = [entry.at for entry in history if isinstance(entry.event, AlertSettled)]
    return times[-1] if times else None
