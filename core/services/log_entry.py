"""An entry of the Customer Sanctions Log, as much of it as a level shows (stages 3 and 6)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from core.case.guidance import Guidance, guidance, together
from core.case.proposals import DisengagementMatter, SanctionsMatter
from core.case.scene import Scene
from core.case.state import Case, Disengagement, Sanction
from core.policy.model import LogLevel, Policy
from core.services.summary import DISENGAGED, CaseSummary, InForce
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, EntryNo


@dataclass(frozen=True, slots=True)
class LogLine:
    """What any colleague reads of an entry: ``in_force`` names each measure and its review."""

    case: CaseId
    reference: str
    in_force: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Why:
    """``proposed_by`` and ``approved_by``: names."""

    reasons: str
    proposed_by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class LogMeasure:
    """``guidance``: what may be done now; its ``private`` part only from ``LogLevel.PERSON``.

    ``why``: only for ``LogLevel.REASONS``.
    """

    measure: EntryNo
    since: datetime
    review_on: date
    guidance: Guidance
    why: Why | None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """``owner``: the name of whom to ask. ``customer`` and ``also_bound``: from ``PERSON`` on."""

    case: CaseId
    reference: str
    level: LogLevel
    owner: str
    measures: tuple[LogMeasure, ...]
    customer: Customer | None
    also_bound: tuple[Customer, ...]


def log_line(policy: Policy, summary: CaseSummary) -> LogLine:
    in_force = tuple((_label(policy, each), each.review_on) for each in summary.in_force)
    return LogLine(summary.case, summary.reference, in_force)


def log_entry(
    scene: Scene, case: Case, level: LogLevel, also_bound: tuple[Customer, ...]
) -> LogEntry:
    """For ``scene.actor``; ``scene.customer`` is whose case it is."""
    each_alone = guidance(scene.policy, case, scene.people, None, scene.now, scene.calendar)
    knows_person = level is not LogLevel.GUIDANCE
    return LogEntry(
        case=case.id,
        reference=case.reference,
        level=level,
        owner=scene.people.name_of(case.owner),
        measures=tuple(
            _measure(scene, case, level, each if knows_person else replace(each, private=""))
            for each in together(each_alone)
        ),
        customer=scene.customer if knows_person else None,
        also_bound=also_bound if knows_person else (),
    )


def _measure(scene: Scene, case: Case, level: LogLevel, told: Guidance) -> LogMeasure:
    sanction = case.sanctions.get(told.measure)
    measure: Sanction | Disengagement = sanction or case.disengagements[told.measure]
    return LogMeasure(
        measure=told.measure,
        since=measure.applied_at if isinstance(measure, Sanction) else measure.issued_at,
        review_on=measure.review_on,
        guidance=told,
        why=_why(scene, case, measure) if level is LogLevel.REASONS else None,
    )


def _why(scene: Scene, case: Case, measure: Sanction | Disengagement) -> Why:
    matter = case.proposals[measure.proposal].matter
    if not isinstance(matter, SanctionsMatter | DisengagementMatter):
        raise ValueError("a measure comes of the matter that proposed it")
    name_of = scene.people.name_of
    return Why(matter.reasons, name_of(measure.proposed_by), name_of(measure.approved_by))


def _label(policy: Policy, measure: InForce) -> str:
    if measure.code == DISENGAGED:
        return "Disengaged"
    rule = policy.sanction(measure.code)
    return rule.label if rule else measure.code
