"""What looks well, and what the policy has to refuse more often than not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from core.case.commands import (
    AssessContact,
    CaseCommand,
    DecideAppeal,
    PassOn,
    PassOnQuestion,
    Propose,
    RaiseAppeal,
    RecordCustomerTold,
    RecordReferral,
    RecordWarningGiven,
    Referral,
    RequestInformation,
)
from core.case.events import AppealOutcome, ReferredTo, Relation, Response, Variation
from core.case.proposals import (
    Considerations,
    DisengagementMatter,
    DisengagementOutcome,
    Grounds,
    SanctionsMatter,
)
from core.policy.model import ReviewRule
from core.vocabulary.ids import StaffId
from tests.core.invariants import matters
from tests.core.invariants.steps import Step, approval, doing
from tests.core.invariants.world import World
from tests.core.story import CONSIDERED


def temptations(world: World, who: StaffId, choice: int) -> list[list[Step]]:
    """Of ``who``, whoever that is; by what they are about."""
    found = (
        _to_propose(world, choice),
        _to_decide(world, choice),
        _to_answer(world, choice),
        _to_appeal(world),
        _to_record(world, choice),
        _to_assess(world, choice),
    )
    steps = [[doing(world, who, command) for command in commands] for commands in found]
    return [each for each in steps if each]


def _to_propose(world: World, choice: int) -> Iterator[CaseCommand]:
    """Whether or not the case is ripe for it, and for whomever it is said to be."""
    staff = world.body.staff
    corresponding = staff[choice % len(staff)].id
    grounds, topics = list(Grounds)[choice % 2], matters.TOPICS[choice % 4]
    yield Propose(matters.warning(world), corresponding)
    if sanctions := matters.sanctions(world, choice, grounds):
        review_on = _review_on(world, world.policy.review, choice)
        yield Propose(replace(sanctions, review_on=review_on), corresponding)
    disengagement = matters.disengagement(world, topics, grounds)
    review_on = _review_on(world, world.policy.disengagement.review, choice)
    yield Propose(replace(disengagement, review_on=review_on), corresponding)
    rule = world.policy.sanctions[choice % len(world.policy.sanctions)]
    again = (matters.terms(world, rule, choice),)
    review_on = _review_on(world, world.policy.review, choice)
    text, considered = "It went on.", CONSIDERED
    yield Propose(SanctionsMatter(again, text, text, review_on, considered, grounds), corresponding)
    for considered in (Considerations("None are needed."), Considerations("", "Nothing less.")):
        yield Propose(replace(disengagement, considerations=considered), corresponding)
    for notice in world.case.disengaged:
        for outcome in DisengagementOutcome:
            review = matters.disengagement_review(world, notice, outcome, topics)
            yield Propose(review, corresponding)


def _review_on(world: World, rule: ReviewRule, choice: int) -> date:
    """On the last day allowed, after it, or today."""
    days = (0, 1, 30, rule.maximum_days, rule.maximum_days + 1)[choice % 5]
    return world.today + timedelta(days=days)


def _to_decide(world: World, choice: int) -> Iterator[CaseCommand]:
    for proposal in world.case.open_proposals:
        yield approval(proposal, choice)
        yield RequestInformation(proposal.no, "Is it so?")
        yield PassOn(proposal.no)
    for proposal in world.case.proposals.values():
        if proposal.referrals:
            later = Referral(ReferredTo.LEGAL, True, f"Asked after {world.case.version}.")
            yield RecordReferral(proposal.no, later)


def _to_answer(world: World, choice: int) -> Iterator[CaseCommand]:
    topics = matters.TOPICS[choice % 4]
    for appeal in world.case.open_appeals:
        yield DecideAppeal(appeal.no, AppealOutcome.UPHELD, "It seems so to me.")
        yield DecideAppeal(appeal.no, AppealOutcome.WITHDRAWN, "It seems so to me.")
        for notice in world.case.disengaged:
            varied = (Variation(notice.no, topics=topics),)
            yield DecideAppeal(appeal.no, AppealOutcome.VARIED, "It seems so to me.", varied)


def _to_appeal(world: World) -> Iterator[CaseCommand]:
    for proposal in world.case.proposals.values():
        if not isinstance(proposal.matter, SanctionsMatter | DisengagementMatter):
            continue
        yield RaiseAppeal(proposal.no, "Once more.", world.memory.clock.time)


def _to_record(world: World, choice: int) -> Iterator[CaseCommand]:
    means = [world.written(), *(each.code for each in world.policy.means)][choice // 2 % 3]
    moment = world.memory.clock.time - timedelta(hours=choice % 2)
    for proposal in world.case.proposals.values():
        yield RecordCustomerTold(proposal.no, moment, means)
        yield RecordWarningGiven(proposal.no, moment, means)
    for appeal in world.case.appeals.values():
        yield RecordCustomerTold(appeal.no, moment, means)


def _to_assess(world: World, choice: int) -> Iterator[CaseCommand]:
    for contact in world.case.contacts:
        relation = list(Relation)[choice % 3]
        response = list(Response)[choice % len(Response)]
        yield AssessContact(contact.no, relation, response, "" if choice % 4 else "It is new.")
        yield PassOnQuestion(contact.no)
