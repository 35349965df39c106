"""What somebody still has to do in a case, and by when (stages 1, 4, 6 and 7; Responsibilities)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from core.case.events import DutyKind
from core.case.extreme import on_extreme_grounds
from core.case.proposals import (
    DisengagementOutcome,
    DisengagementReviewMatter,
    ReviewMatter,
    ReviewOutcome,
    WarningMatter,
)
from core.case.scene import Scene
from core.case.state import Case, Disengagement, Proposal, ProposalStatus, Sanction
from core.case.weighing.assessing import unassessed
from core.case.weighing.watching import to_say_since
from core.policy.model import Policy, ReminderStep
from core.vocabulary.calendar import Calendar, working_days_after
from core.vocabulary.ids import EntryNo, StaffId

_ESCALATE: Final = ReminderStep("escalate", 0, every_days=1)
_UNASSESSED: Final = ReminderStep("unassessed", 0, every_days=1)


@dataclass(frozen=True, slots=True)
class Duty:
    """``about``: a warning, decision, measure, proposal, appeal or contact.

    ``owed_by``: whose it is. ``since``: the day it arose; reminder steps that lay before it are
    not sent. ``working``: it is brought to mind on the working days of this calendar alone.
    """

    kind: DutyKind
    about: EntryNo
    owed_by: StaffId
    since: date
    due_on: date
    steps: tuple[ReminderStep, ...]
    working: Calendar | None = None


def duties(scene: Scene, case: Case) -> tuple[Duty, ...]:
    """Everything still to be done, soonest due first."""
    found = (
        *_monitoring(scene, case),
        *_telling(scene, case),
        *_reviews(scene, case),
        *_decisions(scene, case),
        *_appeals(scene, case),
        *_contacts(scene, case),
    )
    return tuple(sorted(found, key=lambda duty: (duty.due_on, duty.about)))


def steps_of(policy: Policy, kind: DutyKind) -> tuple[ReminderStep, ...]:
    """The reminder steps of duties of this kind."""
    match kind:
        case DutyKind.LOOK_AGAIN:
            return policy.warning.reminders
        case DutyKind.TELL_CUSTOMER:
            return policy.telling.reminders
        case DutyKind.REVIEW_SANCTION:
            return policy.review.reminders
        case DutyKind.REVIEW_DISENGAGEMENT:
            return policy.disengagement.review.reminders
        case DutyKind.DECIDE_PROPOSAL:
            return (_ESCALATE,)
        case DutyKind.DECIDE_APPEAL:
            return policy.appeals.reminders
        case DutyKind.ASSESS_CONTACT:
            return (_UNASSESSED,)


def _monitoring(scene: Scene, case: Case) -> Iterator[Duty]:
    """Stage 1: when the monitoring period is over, somebody says what it showed."""
    steps = steps_of(scene.policy, DutyKind.LOOK_AGAIN)
    for warning in case.warnings:
        if since := to_say_since(case, warning):
            day = scene.policy.day_of(since)
            due_on = max(warning.monitor_until, day)
            yield Duty(DutyKind.LOOK_AGAIN, warning.proposal, case.owner, day, due_on, steps)


def _telling(scene: Scene, case: Case) -> Iterator[Duty]:
    """Stages 1, 2, 5 and 7: whoever approved in an extreme case tells; else the owner."""
    for proposal in case.proposals.values():
        if awaits_telling(case, proposal) and proposal.decided_at:
            yield _tell(scene, proposal.no, teller(case, proposal), proposal.decided_at)
    for appeal in case.appeals.values():
        if appeal.decided_at and appeal.told_at is None:
            yield _tell(scene, appeal.no, case.owner, appeal.decided_at)


def awaits_telling(case: Case, proposal: Proposal) -> bool:
    """Whether the customer is still to be told of what was approved; not where nothing changed."""
    if proposal.status is not ProposalStatus.APPROVED:
        return False
    match proposal.matter:
        case WarningMatter():
            return all(warning.proposal != proposal.no for warning in case.warnings)
        case ReviewMatter(outcome=ReviewOutcome.KEEP):
            return False
        case DisengagementReviewMatter(outcome=DisengagementOutcome.CONTINUE):
            return False
    return proposal.told_at is None


def teller(case: Case, proposal: Proposal) -> StaffId:
    """Extreme behaviour: the Director informs the customer; else who looks after the case."""
    if on_extreme_grounds(proposal.matter) and proposal.decided_by:
        return proposal.decided_by
    return case.owner


def _tell(scene: Scene, about: EntryNo, owed_by: StaffId, since: datetime) -> Duty:
    day = scene.policy.day_of(since)
    due_on = day + timedelta(days=scene.policy.telling.days)
    steps = steps_of(scene.policy, DutyKind.TELL_CUSTOMER)
    return Duty(DutyKind.TELL_CUSTOMER, about, owed_by, day, due_on, steps)


def _reviews(scene: Scene, case: Case) -> Iterator[Duty]:
    """Stages 4 and 7."""
    for sanction in case.in_force:
        yield _review(scene, DutyKind.REVIEW_SANCTION, sanction, case.owner)
    for disengagement in case.disengaged:
        owed_by = disengagement.proposed_by
        yield _review(scene, DutyKind.REVIEW_DISENGAGEMENT, disengagement, owed_by)


def _review(
    scene: Scene, kind: DutyKind, measure: Sanction | Disengagement, owed_by: StaffId
) -> Duty:
    since = scene.policy.day_of(measure.review_set_at)
    steps = steps_of(scene.policy, kind)
    return Duty(kind, measure.no, owed_by, since, measure.review_on, steps)


def _decisions(scene: Scene, case: Case) -> Iterator[Duty]:
    """Responsibilities: an approval that nobody answers goes up the line."""
    for proposal in case.open_proposals:
        if proposal.status is ProposalStatus.OPEN:
            asked = scene.policy.day_of(proposal.asked_at)
            days = scene.policy.escalation.working_days
            yield Duty(
                kind=DutyKind.DECIDE_PROPOSAL,
                about=proposal.no,
                owed_by=proposal.approver,
                since=asked,
                due_on=working_days_after(scene.calendar, asked, days),
                steps=steps_of(scene.policy, DutyKind.DECIDE_PROPOSAL),
                working=scene.calendar,
            )


def _appeals(scene: Scene, case: Case) -> Iterator[Duty]:
    for appeal in case.open_appeals:
        yield Duty(
            kind=DutyKind.DECIDE_APPEAL,
            about=appeal.no,
            owed_by=appeal.handler,
            since=scene.policy.day_of(appeal.raised_at),
            due_on=appeal.answer_by,
            steps=steps_of(scene.policy, DutyKind.DECIDE_APPEAL),
        )


def _contacts(scene: Scene, case: Case) -> Iterator[Duty]:
    """Stage 6: whether it was on the same topic is said by whoever was asked, or the owner.

    They have as long as for an approval.
    """
    for contact in unassessed(case):
        since = scene.policy.day_of(contact.assessed_at or contact.occurred_at)
        days = scene.policy.escalation.working_days
        yield Duty(
            kind=DutyKind.ASSESS_CONTACT,
            about=contact.no,
            owed_by=contact.waits_for or case.owner,
            since=since,
            due_on=working_days_after(scene.calendar, since, days),
            steps=steps_of(scene.policy, DutyKind.ASSESS_CONTACT),
            working=scene.calendar,
        )
