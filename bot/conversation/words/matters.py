"""A proposal's content in words, for those who decide or may read it."""

from collections.abc import Set as AbstractSet

from bot.conversation.words.proposals import kind_of
from bot.conversation.words.sentences import counted, ended
from bot.conversation.words.terms import sanction_text
from core.case.proposals import (
    Considerations,
    DisengagementMatter,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import listed, lower_first, say_day


def behaviours(policy: Policy, codes: AbstractSet[str]) -> str:
    """None: it was recorded as a breach alone."""
    if not codes:
        return "breach of what was in force"
    known = [lower_first(b.label) for b in policy.behaviours if b.code in codes]
    return listed(known or sorted(codes))


def extent(topics: tuple[str, ...]) -> str:
    """How far a disengagement goes, for those who may know: ``on “drainage”``, ``completely``."""
    return f"on {listed(f'“{topic}”' for topic in topics)}" if topics else "completely"


def matter_text(policy: Policy, people: People, matter: Matter) -> str:
    return f"Proposed {kind_of(matter)}{_content(policy, people, matter)}"


def _content(policy: Policy, people: People, matter: Matter) -> str:
    match matter:
        case WarningMatter(explanation, request, monitoring_days):
            return (
                f". To explain: {ended(explanation)} To ask: {ended(request)} "
                f"To watch for {counted(monitoring_days, 'day')}."
            )
        case SanctionsMatter(sanctions, reasons, efforts, review_on, considerations):
            named = " ".join(ended(sanction_text(policy, people, s)) for s in sanctions)
            return (
                f": {named} Reasons: {ended(reasons)} Tried before: {ended(efforts)}"
                f"{_considered(considerations)} Review on {say_day(review_on)}."
            )
        case ReviewMatter():
            return ". " + " ".join(_review(policy, people, matter))
        case DisengagementMatter(topics, reasons, efforts, review_on, considerations):
            return (
                f", to disengage {extent(topics)}. Reasons: {ended(reasons)} "
                f"Tried before: {ended(efforts)}{_considered(considerations)} "
                f"Review on {say_day(review_on)}."
            )
        case DisengagementReviewMatter():
            return ". " + " ".join(_disengagement_review(matter))
        case ExtensionMatter(measure, _, need):
            return f": what entry {measure} put in force. The need: {ended(need)}"


def _considered(considerations: Considerations) -> str:
    """ "" for what was proposed before these were asked for."""
    adjustments, proportionality = considerations.adjustments, considerations.proportionality
    thought = f" Adjustments considered: {ended(adjustments)}" if adjustments else ""
    return (
        f"{thought} Why it is proportionate: {ended(proportionality)}"
        if proportionality
        else thought
    )


def _review(policy: Policy, people: People, matter: ReviewMatter) -> list[str]:
    parts = []
    if matter.outcome is ReviewOutcome.CHANGE and matter.terms:
        parts.append(f"New terms: {ended(sanction_text(policy, people, matter.terms))}")
    parts.append(f"Reasons: {ended(matter.reasons)}")
    if matter.next_review_on:
        parts.append(f"Next review on {say_day(matter.next_review_on)}.")
    return parts


def _disengagement_review(matter: DisengagementReviewMatter) -> list[str]:
    parts = []
    if matter.topics is not None:
        parts.append(f"From now on disengaged {extent(matter.topics)}.")
    parts.append(f"Reasons: {ended(matter.reasons)}")
    if matter.next_review_on:
        parts.append(f"Next review on {say_day(matter.next_review_on)}.")
    return parts
