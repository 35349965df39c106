"""Matters and terms in good form, in the words of whichever policy is at work."""

from datetime import date, time, timedelta
from typing import Final

from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    Grounds,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.state import Disengagement, Sanction
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    Terms,
    ThirdPartyTerms,
)
from core.policy.model import ReviewRule, SanctionRule, Shape
from tests.core.disengaging import GRANT, HEDGE
from tests.core.invariants.world import World
from tests.core.story import CONSIDERED

TOPICS: Final = ((GRANT,), (HEDGE,), (GRANT, HEDGE), ())
MORNINGS: Final = (time(9), time(12))


def warning(world: World) -> WarningMatter:
    days = world.policy.warning.monitoring_days
    return WarningMatter("It is abusive.", "Please stop.", days)


def terms(world: World, rule: SanctionRule, choice: int = 0) -> SanctionTerms:
    """Some that the rule can take; others for another ``choice``."""
    return SanctionTerms(rule.code, _terms(world, rule.shape, choice))


def sanctions(
    world: World, choice: int = 0, grounds: Grounds = Grounds.CONTINUED
) -> SanctionsMatter | None:
    """One, or two, of those that are not in force yet; ``None`` where all are."""
    in_force = {sanction.terms.code for sanction in world.case.in_force}
    free = [rule for rule in world.policy.sanctions if rule.code not in in_force]
    first = choice % len(free) if free else 0
    chosen = free[first : first + 1 + choice % 2]
    if not chosen:
        return None
    return SanctionsMatter(
        sanctions=tuple(terms(world, rule, choice) for rule in chosen),
        reasons="It went on.",
        efforts="We explained.",
        review_on=world.today + timedelta(days=30),
        considerations=CONSIDERED,
        grounds=grounds,
    )


def review(world: World, sanction: Sanction, outcome: ReviewOutcome, choice: int) -> ReviewMatter:
    rule = next(r for r in world.policy.sanctions if r.code == sanction.terms.code)
    others = [terms(world, rule, choice + n) for n in range(3)]
    other = next((each for each in others if each != sanction.terms), None)
    return ReviewMatter(
        sanction=sanction.no,
        outcome=outcome,
        reasons="We looked again.",
        next_review_on=None if outcome is ReviewOutcome.LIFT else _soon(world, choice),
        terms=other if outcome is ReviewOutcome.CHANGE else None,
    )


def disengagement(
    world: World, topics: tuple[str, ...], grounds: Grounds = Grounds.CONTINUED
) -> DisengagementMatter:
    return DisengagementMatter(
        topics=topics,
        reasons="It went on under every sanction.",
        efforts="We warned, and restricted.",
        review_on=_next_review(world, world.policy.disengagement.review),
        considerations=CONSIDERED,
        grounds=grounds,
    )


def disengagement_review(
    world: World, notice: Disengagement, outcome: DisengagementOutcome, topics: tuple[str, ...]
) -> DisengagementReviewMatter:
    ends = outcome is DisengagementOutcome.RE_ENGAGE
    return DisengagementReviewMatter(
        disengagement=notice.no,
        outcome=outcome,
        reasons="We looked at everything since.",
        next_review_on=None if ends else _next_review(world, world.policy.disengagement.review),
        topics=topics if outcome is DisengagementOutcome.CHANGE else None,
    )


def _soon(world: World, choice: int) -> date:
    return world.today + timedelta(days=1 + choice % 30)


def _next_review(world: World, rule: ReviewRule) -> date:
    return rule.default_date(world.today)


def _terms(world: World, shape: Shape, choice: int) -> Terms:
    means = [each.code for each in world.policy.means]
    match shape:
        case Shape.MEANS:
            return MeansTerms(frozenset({world.written(), means[choice % len(means)]}))
        case Shape.NAMED_CONTACT:
            staff = world.body.staff
            return NamedContactTerms(staff[choice % len(staff)].id)
        case Shape.CALL_TIMES:
            return CallTimesTerms(frozenset({0, choice % 7}), *MORNINGS, choice % 2 == 1)
        case Shape.AGREEMENT:
            return AgreementTerms(f"Only about {choice}.", world.today if choice % 2 else None)
        case Shape.THIRD_PARTY:
            return ThirdPartyTerms(f"Neighbour {choice}")
        case Shape.DATES:
            return DatesTerms((_soon(world, choice),))
