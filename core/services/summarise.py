"""The part of a case that lists and sweeps need, drawn from the case."""

from collections.abc import Iterator

from core.case.duties.owing import duties
from core.case.duties.reminders import next_reminder_day
from core.case.scene import Scene
from core.case.state import Case, Disengagement, Sanction
from core.case.weighing.assessing import unassessed
from core.services.summary import DISENGAGED, AlsoBound, Asked, Awaiting, CaseSummary, InForce, Owed


def summarise(scene: Scene, case: Case) -> CaseSummary:
    standing = duties(scene, case)
    days = (next_reminder_day(duty, case.reminded) for duty in standing)
    return CaseSummary(
        case=case.id,
        reference=case.reference,
        customer=case.customer,
        owner=case.owner,
        open=True,
        in_force=(
            *(InForce(s.no, s.terms.code, s.review_on, s.applied_at) for s in case.in_force),
            *(InForce(d.no, DISENGAGED, d.review_on, d.issued_at) for d in case.disengaged),
        ),
        awaiting=tuple(
            Awaiting(
                proposal=proposal.no,
                approver=proposal.approver,
                proposed_by=proposal.proposed_by,
                proposed_at=proposal.proposed_at,
                in_place_of=proposal.in_place_of,
                corresponding=proposal.corresponding,
            )
            for proposal in case.open_proposals
        ),
        owed=tuple(Owed(each.kind, each.about, each.owed_by, each.due_on) for each in standing),
        remind_on=min((day for day in days if day), default=None),
        also_bound=case.also_bound,
        bound_since=tuple(_also_bound(case)),
        asked=tuple(_asked(case)),
        version=case.version,
    )


def _asked(case: Case) -> Iterator[Asked]:
    for contact in unassessed(case):
        if contact.waits_for:
            known_to = [contact.logged_by, contact.assessed_by or contact.logged_by]
            yield Asked(contact.no, contact.waits_for, contact.in_place_of, tuple(known_to))


def _also_bound(case: Case) -> Iterator[AlsoBound]:
    measures: tuple[Sanction | Disengagement, ...] = (*case.in_force, *case.disengaged)
    for measure in measures:
        for extension in measure.extensions:
            yield AlsoBound(extension.person, extension.since)
