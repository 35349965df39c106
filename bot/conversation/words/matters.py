"""A proposal's content in words, for those who decide or may read it."""

from collections.abc import Set as AbstractSet

from bot.conversation.words.proposals import kind_of
from bot.conversation.words.sentences import counted, ended
from bot.conversation.words.terms import sanction_text
from core.case.proposals import Matter, ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import listed, lower_first, say_day


def behaviours(policy: Policy, codes: AbstractSet[str]) -> str:
    known = [lower_first(b.label) for b in policy.behaviours if b.code in codes]
    return listed(known or sorted(codes))


def matter_text(policy: Policy, people: People, matter: Matter) -> str:
    match matter:
        case WarningMatter(explanation, request, monitoring_days):
            return (
                f"Proposed a warning. To explain: {ended(explanation)} To ask: {ended(request)} "
                f"To watch for {counted(monitoring_days, 'day')}."
            )
        case SanctionsMatter(sanctions, reasons, efforts, review_on):
            named = " ".join(ended(sanction_text(policy, people, s)) for s in sanctions)
            return (
                f"Proposed {kind_of(matter)}: {named} Reasons: {ended(reasons)} "
                f"Tried before: {ended(efforts)} Review on {say_day(review_on)}."
            )
        case ReviewMatter():
            return " ".join((f"Proposed {kind_of(matter)}.", *_review(policy, people, matter)))


def _review(policy: Policy, people: People, matter: ReviewMatter) -> list[str]:
    parts = []
    if matter.outcome is ReviewOutcome.CHANGE and matter.terms:
        parts.append(f"New terms: {ended(sanction_text(policy, people, matter.terms))}")
    parts.append(f"Reasons: {ended(matter.reasons)}")
    if matter.next_review_on:
        parts.append(f"Next review on {say_day(matter.next_review_on)}.")
    return parts
