"""Sanctions and disengagements that come into force, change and end."""

from datetime import date

from bot.conversation.words.matters import extent
from bot.conversation.words.sentences import ended
from bot.conversation.words.terms import sanction_text
from core.case.events import (
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementContinued,
    DisengagementIssued,
    MeasureExtended,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
)
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import say_day

Measure = (
    SanctionApplied
    | SanctionKept
    | SanctionChanged
    | SanctionLifted
    | DisengagementIssued
    | DisengagementContinued
    | DisengagementChanged
    | CustomerReEngaged
    | MeasureExtended
)


def text(policy: Policy, people: People, event: Measure) -> str:
    match event:
        case SanctionApplied(_, sanction, review_on):
            named = ended(sanction_text(policy, people, sanction))
            return f"Sanction in force: {named} Review on {say_day(review_on)}."
        case SanctionKept(sanction, _, review_on):
            return f"Sanction of entry {sanction} kept. {_next(review_on)}"
        case SanctionChanged(sanction, _, terms, review_on):
            named = ended(sanction_text(policy, people, terms))
            return f"Sanction of entry {sanction} changed: {named} {_next(review_on)}"
        case SanctionLifted(sanction, _):
            return f"Sanction of entry {sanction} lifted."
        case DisengagementIssued(_, topics, review_on):
            return f"Disengaged {extent(topics)}. Review on {say_day(review_on)}."
        case DisengagementContinued(disengagement, _, review_on):
            return f"Disengagement of entry {disengagement} continued. {_next(review_on)}"
        case DisengagementChanged(disengagement, _, topics, review_on):
            told = f"Disengagement of entry {disengagement} changed: now {extent(topics)}."
            return f"{told} {_next(review_on)}"
        case CustomerReEngaged(disengagement, _):
            return f"Disengagement of entry {disengagement} ended: we re-engage."
        case MeasureExtended(_, measure, _):
            return f"What entry {measure} put in force binds another person too."


def _next(review_on: date) -> str:
    return f"Next review on {say_day(review_on)}."
