"""What the letter to a customer must say about a decision."""

from collections.abc import Iterator

from bot.conversation.words.appeals import OUTCOMES
from bot.conversation.words.matters import extent
from bot.conversation.words.sentences import counted, cut, ended
from bot.conversation.words.terms import sanction_text
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.state import Appeal, Case
from core.policy.model import Policy
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import People
from core.vocabulary.wording import say_day

REASONS_ROOM = 600


def letter_points(policy: Policy, people: People, case: Case, decision: EntryNo) -> tuple[str, ...]:
    """Decision, reasons, length, review date, and how to challenge it."""
    if appeal := case.appeals.get(decision):
        return tuple(_appeal(policy, appeal))
    return tuple(_proposal(policy, people, case, case.proposals[decision].matter))


def _proposal(policy: Policy, people: People, case: Case, matter: Matter) -> Iterator[str]:
    yield f"What was decided: {_decision(policy, people, case, matter)}"
    yield f"Why: {ended(cut(_reasons(matter), REASONS_ROOM))}"
    yield from _length(policy, matter)
    yield from _challenge(policy, matter)
    yield f"Where to ask: {policy.contact}"


def _decision(policy: Policy, people: People, case: Case, matter: Matter) -> str:
    match matter:
        case WarningMatter(request=request):
            return f"a warning. We ask: {ended(request)}"
        case SanctionsMatter(sanctions):
            return " ".join(ended(sanction_text(policy, people, each)) for each in sanctions)
        case ReviewMatter(sanction, ReviewOutcome.LIFT):
            terms = case.sanctions[sanction].terms
            return f"this is lifted. {ended(sanction_text(policy, people, terms))}"
        case ReviewMatter(sanction, terms=terms):
            now = terms or case.sanctions[sanction].terms
            return f"from now on: {ended(sanction_text(policy, people, now))}"
        case DisengagementMatter(topics):
            return f"we disengage from contact {extent(topics)}."
        case DisengagementReviewMatter(outcome=DisengagementOutcome.RE_ENGAGE):
            return "we re-engage: contact is dealt with as anyone's."
        case DisengagementReviewMatter(disengagement, topics=topics):
            now_on = case.disengagements[disengagement].topics if topics is None else topics
            return f"we stay disengaged {extent(now_on)}."
        case ExtensionMatter(measure):
            if sanction_too := case.sanctions.get(measure):
                named = ended(sanction_text(policy, people, sanction_too.terms))
                return f"this binds them too. {named}"
            return f"we disengage from them too, {extent(case.disengagements[measure].topics)}."


def _reasons(matter: Matter) -> str:
    match matter:
        case WarningMatter(explanation=explanation):
            return explanation
        case ExtensionMatter(need=need):
            return need
    return matter.reasons


def _length(policy: Policy, matter: Matter) -> Iterator[str]:
    match matter:
        case SanctionsMatter(review_on=day) | DisengagementMatter(review_on=day):
            pass
        case (
            ReviewMatter(next_review_on=next_on) | DisengagementReviewMatter(next_review_on=next_on)
        ) if next_on:
            day = next_on
        case _:
            return
    if isinstance(matter, DisengagementMatter | DisengagementReviewMatter):
        clear = counted(policy.disengagement.clear_years, "continuous year")
        yield (
            f"How long: it is reviewed on {say_day(day)}. It can end only after {clear} without "
            "incident or recurrence"
        )
    else:
        yield (
            f"How long: until it is lifted. It is reviewed on {say_day(day)}, and can be lifted "
            "then"
        )


def _challenge(policy: Policy, matter: Matter) -> Iterator[str]:
    stage = {SanctionsMatter: 2, DisengagementMatter: 5}.get(type(matter))
    if stage in policy.appeals.stages:
        yield (
            "How to challenge it: once, by a complaint, which is looked at as a Stage 3 complaint "
            "by somebody who was not involved in the decision"
        )


def _appeal(policy: Policy, appeal: Appeal) -> Iterator[str]:
    outcome = OUTCOMES[appeal.outcome] if appeal.outcome else "not decided yet"
    yield f"The answer to the challenge: {outcome}"
    yield f"Why: {ended(cut(appeal.reasons, REASONS_ROOM))}"
    yield "That a decision at this stage can be challenged only once"
    yield f"Where to ask: {policy.contact}"
