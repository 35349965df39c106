"""Recording what happened: incidents, contacts and corrections (timeline log)."""

from dataclasses import dataclass

from core.case.authority.alarm import to_alert
from core.case.checks import (
    NARRATIVE_LENGTH,
    TOPIC_LENGTH,
    require_actor,
    require_colleague,
    require_length,
    require_means,
    require_past,
    require_text,
)
from core.case.commands import CorrectEntry, LogContact, ReportIncident
from core.case.events import (
    CaseEvent,
    CaseOpened,
    ContactLogged,
    EntryCorrected,
    IncidentReported,
)
from core.case.register.customers import require_no_colleague
from core.case.scene import Scene
from core.case.sections import ANNEX_A, PROCESS, SCOPE
from core.case.state import Case
from core.case.weighing.bound import ever_bound
from core.vocabulary.ids import CaseId, CustomerId
from core.vocabulary.refusal import refuse


@dataclass(frozen=True, slots=True)
class Opening:
    """A case that does not stand yet; its first incident opens it."""

    case: CaseId
    reference: str
    customer: CustomerId


def decide_report(
    scene: Scene, case: Case | Opening, command: ReportIncident
) -> tuple[CaseEvent, ...]:
    """An incident joins the customer's open case, or opens one that its colleague looks after."""
    require_actor(scene)
    require_no_colleague(scene, scene.customer.emails if scene.customer else (), "customer")
    require_colleague(scene, command.corresponding, "corresponding")
    require_means(scene, command.means)
    require_past(scene, command.occurred_at, "occurred_at")
    _require_behaviours(scene, command)
    require_text(command.topic, "topic", "what the contact was about", TOPIC_LENGTH)
    require_text(command.narrative, "narrative", "what happened", NARRATIVE_LENGTH)
    owner = case.owner if isinstance(case, Case) else command.corresponding
    incident = IncidentReported(
        corresponding=command.corresponding,
        means=command.means,
        occurred_at=command.occurred_at,
        behaviours=command.behaviours,
        topic=command.topic.strip(),
        narrative=command.narrative.strip(),
        extreme=command.extreme,
        alerted=to_alert(scene, owner) if command.extreme else (),
    )
    if isinstance(case, Case):
        return (incident,)
    opened = CaseOpened(case.case, case.reference, case.customer, owner)
    return (opened, incident)


def log_contact(scene: Scene, case: Case, command: LogContact) -> tuple[CaseEvent, ...]:
    """Of whose case it is, or of another customer whom something in it binds, or bound, too."""
    person = None if command.person == case.customer else command.person
    _require_bound(case, person)
    require_means(scene, command.means)
    require_past(scene, command.occurred_at, "occurred_at")
    require_text(command.topic, "topic", "what the contact was about", TOPIC_LENGTH)
    require_length(command.note, "note", "the note")
    topic, note = command.topic.strip(), command.note.strip()
    return (
        ContactLogged(
            means=command.means,
            occurred_at=command.occurred_at,
            topic=topic,
            note=note,
            statutory=command.statutory,
            person=person,
        ),
    )


def correct_entry(scene: Scene, case: Case, command: CorrectEntry) -> tuple[CaseEvent, ...]:
    """A correction stands beside the entry; the entry itself stays as it was written."""
    logged_it = any(c.no == command.entry and c.logged_by == scene.actor for c in case.contacts)
    if scene.actor not in case.involved and not logged_it:
        raise refuse(
            "not-involved",
            "Only colleagues involved in this case can correct its timeline.",
            f"Ask {scene.people.name_of(case.owner)}, who looks after the case.",
            section=PROCESS,
        )
    if not 1 <= command.entry <= case.version:
        raise refuse(
            "unknown-entry",
            f"The timeline has no entry {command.entry}.",
            f"Choose an entry from 1 to {case.version}.",
            field="entry",
        )
    require_text(command.correction, "correction", "the correction")
    return (EntryCorrected(command.entry, command.correction.strip()),)


def _require_bound(case: Case, person: CustomerId | None) -> None:
    if person is not None and not ever_bound(case, person):
        raise refuse(
            "not-bound",
            "Nothing in this case has been extended to this customer.",
            "Choose whose case it is, or log it in a case of their own.",
            section=SCOPE,
            field="person",
        )


def _require_behaviours(scene: Scene, command: ReportIncident) -> None:
    """Whoever breaks the terms of a measure may do so politely (stages 2 and 6)."""
    behaviours = command.behaviours
    if not behaviours and not command.breach:
        raise refuse(
            "behaviour-missing",
            "Choose at least one behaviour.",
            "If none of them describes what happened, this policy does not apply.",
            section=ANNEX_A,
            field="behaviours",
        )
    unknown = sorted(code for code in behaviours if scene.policy.behaviour(code) is None)
    if unknown:
        raise refuse(
            "unknown-behaviour",
            f'"{unknown[0]}" is not a behaviour that the policy describes.',
            "Choose from the behaviours listed.",
            section=ANNEX_A,
            field="behaviours",
        )
