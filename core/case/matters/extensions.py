"""Scope: a measure binds one person, and another only where there is a clear need."""

from core.case.checks import require_length
from core.case.events import CaseEvent, MeasureExtended
from core.case.matters.customer_kinds import require_fitting
from core.case.proposals import ExtensionMatter
from core.case.scene import Scene
from core.case.sections import SCOPE
from core.case.state import Case, Disengagement, Proposal, Sanction
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo
from core.vocabulary.refusal import Refused, refuse


def check(scene: Scene, case: Case, matter: ExtensionMatter) -> None:
    measure = find_measure(case, matter.measure)
    if measure is None or not measure.in_force:
        raise _no("not-in-force", "This is not in force, so it can bind nobody.", field="measure")
    person = _require_another(scene, case, matter.person)
    if person.id in measure.extended_to:
        raise _no("already-bound", f"It binds {person.name} already.", field="person")
    if isinstance(measure, Disengagement):
        require_fitting(case, person, measure.topics, "person")
    if not matter.need.strip():
        raise _no(
            "need-missing",
            "Say why there is a clear need to bind this person too.",
            "What one person did does not bind others at the same business or address.",
            field="need",
        )
    require_length(matter.need, "need", "why there is a clear need")


def effects(proposal: Proposal, matter: ExtensionMatter) -> tuple[CaseEvent, ...]:
    return (MeasureExtended(proposal.no, matter.measure, matter.person),)


def find_measure(case: Case, no: EntryNo) -> Sanction | Disengagement | None:
    return case.sanctions.get(no) or case.disengagements.get(no)


def _require_another(scene: Scene, case: Case, person: CustomerId) -> Customer:
    if person == case.customer:
        raise _no(
            "same-person",
            "This is the customer of this case, whom it binds already.",
            "Choose another person.",
            field="person",
        )
    known = next((other for other in scene.others if other.id == person), None)
    if known is None:
        raise _no(
            "unknown-customer",
            "We do not know this person.",
            "Choose somebody from the list of customers.",
            field="person",
        )
    return known


def _no(rule: str, message: str, remedy: str = "", *, field: str) -> Refused:
    return refuse(rule, message, remedy, section=SCOPE, field=field)
