"""The shortest way from the first report to re-engagement, whatever else is open on it."""

from collections.abc import Iterator
from functools import partial

from core.case.authority.appeal_handling import handler_now
from core.case.authority.sign_off import eligible
from core.case.commands import (
    AssessContact,
    DecideAppeal,
    GiveInformation,
    Propose,
    RaiseAppeal,
    RecordWarningGiven,
    RequestInformation,
)
from core.case.events import (
    AppealOutcome,
    Relation,
    Response,
    Variation,
)
from core.case.proposals import (
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    ReviewOutcome,
    WarningMatter,
)
from core.case.state import Appeal, Case, ProposalStatus
from core.case.weighing.assessing import disengaged_at, responses
from core.case.weighing.clear_period import first_re_engagement
from core.case.weighing.recurrences import recurred_since
from core.case.weighing.stage import continued_after_warning
from core.vocabulary.ids import StaffId
from tests.core.disengaging import PAT
from tests.core.invariants import matters
from tests.core.invariants.steps import (
    Step,
    approval,
    client_told,
    contact_now,
    doing,
    proposing,
    to_the_first_day_of_re_engagement,
)
from tests.core.invariants.world import World


def onward(world: World, choice: int) -> Step:
    case, scene = world.case, world.scene
    for found in (_to_decide(world, choice), _to_say(world), _to_assess(world, choice)):
        if found:
            return found
    officer = world.body.officer.id
    if not case.warnings:
        return proposing(world, officer, matters.warning(world))
    if not continued_after_warning(case):
        return partial(_later_report, world)
    if not case.sanctions:
        return proposing(world, officer, matters.sanctions(world, choice))
    if not case.disengaged:
        sanctions = case.sanctions.values()
        if choice % 4 and not any(
            recurred_since(scene, case, s.applied_at, s.no) for s in sanctions
        ):
            return partial(_later_report, world)
        return _to_disengage(world, officer, choice)
    return _under_a_notice(world, officer, choice)


def _under_a_notice(world: World, officer: StaffId, choice: int) -> Step:
    [notice, *_] = world.case.disengaged
    if world.today >= first_re_engagement(world.scene, world.case, notice):
        return proposing(world, officer, _review(world, DisengagementOutcome.RE_ENGAGE))
    match choice % 24:
        case 0:
            return partial(_a_day_early, world, officer)
        case 1:
            return partial(to_the_first_day_of_re_engagement, world)
        case 2 | 3 | 4 if not notice.extended_to:
            return proposing(world, officer, ExtensionMatter(notice.no, PAT.id, "They share."))
        case 5 | 6 | 7 | 8:
            return proposing(world, officer, _review(world, DisengagementOutcome.CHANGE, choice))
        case 9 | 10 if world.case.in_force:
            sanction = world.case.in_force[0]
            changed = matters.review(world, sanction, ReviewOutcome.CHANGE, choice)
            return proposing(world, officer, changed)
        case 11 | 12:
            appeal = RaiseAppeal(notice.proposal, "It is unfair.", world.memory.clock.time)
            return doing(world, world.case.owner, appeal)
    return partial(_later_contact, world, officer, choice)


def _review(
    world: World, outcome: DisengagementOutcome, choice: int = 0
) -> DisengagementReviewMatter:
    notice, topics = world.case.disengaged[0], matters.TOPICS[-1 - choice // 24 % 3]
    return matters.disengagement_review(world, notice, outcome, topics)


def _to_decide(world: World, choice: int) -> Step | None:
    case, scene = world.case, world.scene
    for appeal in case.open_appeals if choice % 3 else ():
        if handler := handler_now(scene, case, appeal):
            return doing(world, handler.id, answer(world, appeal, choice))
    for proposal in case.open_proposals:
        if proposal.status is ProposalStatus.QUESTIONED:
            return doing(world, proposal.proposed_by, GiveInformation(proposal.no, "So it was."))
        able = eligible(scene, case, proposal)
        if able and choice % 6 == 5 and not proposal.questions:
            asking = RequestInformation(proposal.no, "Since when?")
            return doing(world, able[choice // 6 % len(able)].id, asking)
        if able and choice % 5:
            return doing(world, able[choice % len(able)].id, approval(proposal, choice))
    return None


def _to_say(world: World) -> Step | None:
    now, written, owner = world.memory.clock.time, world.written(), world.case.owner
    given = [warning.proposal for warning in world.case.warnings]
    for proposal in world.case.proposals.values():
        is_approved = proposal.status is ProposalStatus.APPROVED
        if is_approved and isinstance(proposal.matter, WarningMatter) and proposal.no not in given:
            return doing(world, owner, RecordWarningGiven(proposal.no, now, written))
    return None


def _to_assess(world: World, choice: int) -> Step | None:
    for contact in world.case.contacts:
        notices = disengaged_at(world.case, contact)
        if notices and contact.waits_for and choice % 3 == 0:
            response = (Response.ANSWERED_ON_TOPIC, Response.NOTICE_REISSUED)[choice % 2]
            command = AssessContact(contact.no, Relation.DIFFERENT, response, "It is new.")
            return doing(world, contact.waits_for, command)
        if notices and contact.response is None:
            relation = list(Relation)[choice % 3]
            allowed = responses(contact, notices, relation)
            response = allowed[choice % len(allowed)]
            command = AssessContact(contact.no, relation, response)
            return doing(world, contact.logged_by, command)
    return None


def _to_disengage(world: World, officer: StaffId, choice: int) -> Step:
    customer = world.scene.customer
    if customer and customer.is_agent and not world.case.clients_told and choice % 3:
        return doing(world, officer, client_told(world))
    # What is refused of a site owner or an agent is followed by another try.
    return proposing(world, officer, matters.disengagement(world, matters.TOPICS[choice % 4]))


def _a_day_early(world: World, officer: StaffId) -> None:
    to_the_first_day_of_re_engagement(world, but=1)
    world.does(officer, Propose(_review(world, DisengagementOutcome.RE_ENGAGE)))


def _later_contact(world: World, officer: StaffId, choice: int) -> None:
    world.memory.clock.forward(days=choice % 60)
    world.does(officer, contact_now(world, choice))


def _later_report(world: World) -> None:
    world.memory.clock.forward(hours=5)
    world.report(world.body.colleague.id)


def answer(world: World, appeal: Appeal, choice: int) -> DecideAppeal:
    outcome = list(AppealOutcome)[choice % 3]
    variations = tuple(_variations(world, world.case, appeal, choice))
    if outcome is AppealOutcome.VARIED and not variations:
        outcome = AppealOutcome.UPHELD
    varied = variations if outcome is AppealOutcome.VARIED else ()
    return DecideAppeal(appeal.no, outcome, "We looked at it afresh.", varied)


def _variations(world: World, case: Case, appeal: Appeal, choice: int) -> Iterator[Variation]:
    for sanction in case.in_force:
        if sanction.proposal == appeal.decision:
            changed = matters.review(world, sanction, ReviewOutcome.CHANGE, choice).terms
            if changed:
                yield Variation(sanction.no, terms=changed)
    for notice in case.disengaged:
        if notice.proposal == appeal.decision:
            # Those that are not fewer than before are refused, and followed by another try.
            yield Variation(notice.no, topics=matters.TOPICS[choice // 3 % 3])
