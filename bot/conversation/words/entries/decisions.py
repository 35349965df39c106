"""Proposals, what is asked about them, how they are decided, and reminders."""

from typing import Final

from bot.conversation.words.duties import duty_text
from bot.conversation.words.matters import matter_text
from core.case.events import (
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalEscalated,
    ProposalMade,
    ProposalPassedOn,
    ProposalRejected,
    ProposalWithdrawn,
    Reminded,
)
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import say_day

Decision = (
    ProposalMade
    | ProposalEscalated
    | ProposalPassedOn
    | ProposalApproved
    | ProposalRejected
    | InformationRequested
    | InformationGiven
    | ProposalWithdrawn
    | Reminded
)
DECISIONS: Final = (
    *(ProposalMade, ProposalEscalated, ProposalPassedOn, ProposalApproved, ProposalRejected),
    *(InformationRequested, InformationGiven, ProposalWithdrawn, Reminded),
)


def text(policy: Policy, people: People, event: Decision) -> str:
    match event:
        case ProposalMade(matter, _, approver):
            return f"{matter_text(policy, people, matter)}\nSent to {people.name_of(approver)}."
        case ProposalEscalated(proposal, approver):
            name = people.name_of(approver)
            return f"Nobody decided the proposal of entry {proposal} in time. Sent to {name}."
        case ProposalPassedOn():
            return _passed_on(people, event)
        case ProposalApproved(proposal):
            return f"Approved the proposal of entry {proposal}."
        case ProposalRejected(proposal, reason):
            return f"Rejected the proposal of entry {proposal}: {reason}"
        case InformationRequested(proposal, question):
            return f"Asked about the proposal of entry {proposal}: {question}"
        case InformationGiven(proposal, answer):
            return f"Answered about the proposal of entry {proposal}: {answer}"
        case ProposalWithdrawn(proposal, reason):
            return f"Withdrew the proposal of entry {proposal}{f': {reason}' if reason else '.'}"
        case Reminded(duty, about, due_on):
            what = duty_text(duty)
            return f"Reminder sent: {what} (entry {about}), due on {say_day(due_on)}."


def _passed_on(people: People, event: ProposalPassedOn) -> str:
    name = people.name_of(event.approver)
    if event.in_place_of is None:
        return f"{name} is back. The proposal of entry {event.proposal} was sent to them again."
    away = people.name_of(event.in_place_of)
    return f"{away} is away. The proposal of entry {event.proposal} was sent to {name} instead."
