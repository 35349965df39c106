"""What looks well, and what the policy has to refuse more often than not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from core.case.commands import (
    Approve,
    AssessContact,
    CaseCommand,
    DecideAppeal,
    Propose,
    RaiseAppeal,
    RecordCustomerTold,
    RecordWarningGiven,
)
from core.case.events import AppealOutcome, Relation, Response
from core.case.proposals import Considerations, DisengagementOutcome, Grounds
from core.policy.model import ReviewRule
from core.vocabulary.ids import StaffId
from tests.core.extreme import BOTH
from tests.core.invariants import matters
from tests.core.invariants.steps import Step, approval, doing
from tests.core.invariants.world import World


def temptations(world: World, who: StaffId, choice: int) -> list[Step]:
    """Of ``who``, whoever that is."""
    found = [
        *_to_propose(world, choice),
        *_to_decide(world),
        *_to_answer(world, choice),
        *_to_record(world, choice),
    ]
    return [doing(world, who, command) for command in found]


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


def _to_decide(world: World) -> Iterator[CaseCommand]:
    for proposal in world.case.open_proposals:
        yield approval(proposal)
        yield Approve(proposal.no, BOTH[:1])


def _to_answer(world: World, choice: int) -> Iterator[CaseCommand]:
    for appeal in world.case.appeals.values():
        outcome = (AppealOutcome.UPHELD, AppealOutcome.WITHDRAWN)[choice % 2]
        yield DecideAppeal(appeal.no, outcome, "It seems so to me.")
    for proposal in world.case.proposals.values():
        yield RaiseAppeal(proposal.no, "Once more.", world.memory.clock.time)


def _to_record(world: World, choice: int) -> Iterator[CaseCommand]:
    now, means = world.memory.clock.time, world.policy.means[choice % len(world.policy.means)].code
    moment = now - timedelta(hours=choice % 3)
    for proposal in world.case.proposals.values():
        yield RecordCustomerTold(proposal.no, moment, means)
        yield RecordWarningGiven(proposal.no, moment, means)
    for contact in world.case.contacts:
        relation = list(Relation)[choice % 3]
        yield AssessContact(contact.no, relation, list(Response)[choice % 4])
