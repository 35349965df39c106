"""What the customer did, kept in a case and in the alert that told of it, at once."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.alert.decide import require_unsettled, settle
from core.alert.events import Settled
from core.alert.reminding import Reminding
from core.alert.state import Alert
from core.case.checks import require_actor
from core.case.commands import LogContact, ReportIncident
from core.case.events import ContactLogged, IncidentReported
from core.case.order import to_the_minute
from core.case.scene import Scene
from core.case.weighing.assessing import disengaged_at
from core.policy.model import Policy
from core.services.alerting.alert_book import AlertBook
from core.services.deciding.draft import Draft
from core.services.deciding.drafting import Drafting
from core.services.messages import Kind, Message
from core.services.one_person import OnePerson, bound_by, person_of
from core.services.ports.desk import Commit, Desk
from core.vocabulary.ids import CaseId, EntryNo

Happened = LogContact | ReportIncident
"""What a colleague says the customer did."""


@dataclass(frozen=True, slots=True)
class Handling:
    """All that is to be kept: the case's draft, and the alert as it will stand."""

    draft: Draft
    alert: Alert
    commit: Commit


async def handling(
    policy: Policy, desk: Desk, scene: Scene, alert: Alert, command: Happened, delivery: str
) -> Handling:
    """By ``scene.actor``. Raises ``Refused``."""
    require_actor(scene)
    require_unsettled(scene, alert)
    draft = await _drafted(policy, desk, scene, alert, command)
    how = Settled.LOGGED if isinstance(command, LogContact) else Settled.BREACH
    book = AlertBook(scene.actor, desk.clock.now(), Reminding(policy, desk.calendar))
    settled = book.add(alert, settle(scene, alert, how, _entry(draft, alert.case)))
    kept = draft.commit(delivery)
    messages = kept.messages if _is_judged(draft) else _without_contact_alert(kept)
    return Handling(
        draft,
        settled,
        replace(
            kept,
            changes=(*kept.changes, *book.changes),
            messages=(*messages, *book.messages),
            alerts=book.alerts,
        ),
    )


async def _drafted(
    policy: Policy, desk: Desk, scene: Scene, alert: Alert, command: Happened
) -> Draft:
    """An incident of somebody bound by another's case alone is one in a case of their own."""
    drafting, by = Drafting(policy, desk), scene.actor
    case = await desk.cases.summary(alert.case)
    record = await desk.customers.get(alert.customer)
    person = await person_of(desk.customers, record) if record else OnePerson(alert.customer)
    is_own = case is not None and case.customer in person.records
    if isinstance(command, ReportIncident):
        breach = await _is_breach(desk, alert, person, command.occurred_at)
        theirs = replace(command, customer=alert.customer, breach=breach)
        return await drafting.report(by, theirs, alert.case if is_own else None)
    also_bound = case.also_bound if case else frozenset()
    bound = next((each for each in person.records if each in also_bound), person.standing)
    command = replace(command, person=None if is_own else bound)
    return await drafting.carry_out(by, alert.case, command)


async def _is_breach(desk: Desk, alert: Alert, person: OnePerson, at: datetime) -> bool:
    """Whether anything bound them then: of its contacts the alert itself tells so."""
    if to_the_minute(alert.first_at) <= to_the_minute(at) <= to_the_minute(alert.last_at):
        return True
    return any(each.held_at(at) for each in await bound_by(desk.cases, person))


def _entry(draft: Draft, case: CaseId) -> EntryNo | None:
    if draft.case.id != case:
        return None
    made = (e.no for e in draft.added if isinstance(e.event, ContactLogged | IncidentReported))
    return next(made, None)


def _is_judged(draft: Draft) -> bool:
    """Whether a colleague has yet to say on which topic it is: the usual alert asks that."""
    added = {entry.no: entry.at for entry in draft.added}
    made = (contact for contact in draft.case.contacts if contact.no in added)
    # A clock ahead of ours may say a minute in which a notice is still to be issued.
    return any(
        disengaged_at(draft.case, contact) or contact.occurred_at > added[contact.no]
        for contact in made
    )


def _without_contact_alert(commit: Commit) -> tuple[Message, ...]:
    return tuple(each for each in commit.messages if each.kind is not Kind.CONTACT_ALERT)
