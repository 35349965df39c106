"""Whatever else the policy foresees at this moment."""

from collections.abc import Iterator
from functools import partial

from core.case.authority.sign_off import eligible
from core.case.commands import (
    CaseCommand,
    ConcludeMonitoring,
    CorrectEntry,
    RaiseAppeal,
    RecordComplaint,
    RecordCustomerTold,
    RecordLegalAdvice,
    RecordReferral,
    Referral,
    Reject,
    RequestInformation,
    RequestLegalAdvice,
    Withdraw,
)
from core.case.duties.owing import duties
from core.case.events import (
    ComplaintTo,
    DutyKind,
    MonitoringOutcome,
    ReferredTo,
)
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    ExtensionMatter,
    Grounds,
    Matter,
    ReviewOutcome,
    SanctionsMatter,
)
from core.case.state import ProposalStatus
from core.vocabulary.ids import StaffId
from tests.core.disengaging import PAT
from tests.core.invariants import matters
from tests.core.invariants.steps import (
    Step,
    client_told,
    contact_now,
    proposing,
    to_the_day_of_the_next_reminder,
)
from tests.core.invariants.world import World


def byways(world: World, choice: int) -> Iterator[Step]:
    """``choice``: which of the outcomes and terms that are possible."""
    yield partial(to_the_day_of_the_next_reminder, world)
    reporter = world.body.staff[choice % len(world.body.staff)].id
    yield partial(world.report, reporter, extreme=choice % 2 == 0)
    yield from (partial(world.does, actor, command) for actor, command in _sayings(world, choice))
    yield from (proposing(world, by, matter) for by, matter in _proposals(world, choice))


def _sayings(world: World, choice: int) -> Iterator[tuple[StaffId, CaseCommand]]:
    case, now, officer = world.case, world.memory.clock.time, world.body.officer.id
    yield officer, contact_now(world, choice)
    yield officer, CorrectEntry(case.version, "It was on the phone.")
    yield officer, RequestLegalAdvice("May we?")
    yield from _answers_of_legal(world)
    yield from _of_open_proposals(world, choice)
    yield from _of_decisions(world)
    for warning in case.warnings:
        if warning.outcome is None:
            outcome = list(MonitoringOutcome)[choice % 2]
            yield case.owner, ConcludeMonitoring(warning.proposal, outcome)
    if world.scene.customer and world.scene.customer.is_agent:
        yield officer, client_told(world)
        yield officer, RecordComplaint(list(ComplaintTo)[choice % 2], "Them", now, "Details.")


def _answers_of_legal(world: World) -> Iterator[tuple[StaffId, CaseCommand]]:
    for advice in world.case.legal_advice.values():
        if advice.advice is None:
            yield world.case.owner, RecordLegalAdvice(advice.no, "You may.", "L-1")


def _of_open_proposals(world: World, choice: int) -> Iterator[tuple[StaffId, CaseCommand]]:
    for proposal in world.case.open_proposals:
        if able := eligible(world.scene, world.case, proposal):
            decider = able[choice % len(able)].id
            yield decider, RequestInformation(proposal.no, "Since when?")
            yield decider, Reject(proposal.no, "Not yet.")
        yield proposal.proposed_by, Withdraw(proposal.no)


def _of_decisions(world: World) -> Iterator[tuple[StaffId, CaseCommand]]:
    case, now = world.case, world.memory.clock.time
    for duty in duties(world.scene, case):
        if duty.kind is DutyKind.TELL_CUSTOMER:
            yield case.owner, RecordCustomerTold(duty.about, now, world.written())
    for proposal in case.proposals.values():
        if proposal.status is ProposalStatus.APPROVED:
            if isinstance(proposal.matter, SanctionsMatter | DisengagementMatter):
                yield case.owner, RaiseAppeal(proposal.no, "It is unfair.", now)
            if proposal.referrals and proposal.decided_by:
                later = Referral(ReferredTo.POLICE, True, "They asked.", f"CAD {case.version}")
                yield proposal.decided_by, RecordReferral(proposal.no, later)


def _proposals(world: World, choice: int) -> Iterator[tuple[StaffId, Matter | None]]:
    case, body = world.case, world.body
    officer, colleague = body.officer.id, body.colleague.id
    if choice % 5 == 0:
        officer, colleague = body.manager.id, body.head.id
    for sanction in case.in_force:
        for outcome in ReviewOutcome:
            yield officer, matters.review(world, sanction, outcome, choice)
        yield colleague, ExtensionMatter(sanction.no, PAT.id, "They share a telephone.")
    for notice in case.disengaged:
        topics = matters.TOPICS[choice % 4]
        for going_on in DisengagementOutcome:
            yield officer, matters.disengagement_review(world, notice, going_on, topics)
        yield colleague, ExtensionMatter(notice.no, PAT.id, "They share a telephone.")
    if case.warnings:
        yield colleague, matters.sanctions(world, choice)
    if any(incident.extreme for incident in case.incidents):
        yield officer, matters.sanctions(world, choice, Grounds.EXTREME)
        topics = matters.TOPICS[choice % 4]
        yield colleague, matters.disengagement(world, topics, Grounds.EXTREME)
