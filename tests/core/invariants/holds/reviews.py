"""Nothing is in force for ever (stages 4 and 7)."""

from datetime import timedelta

from core.case.events import (
    AppealDecided,
    DisengagementChanged,
    DisengagementContinued,
    DisengagementIssued,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
)
from tests.core.invariants.reckoning import day_of
from tests.core.invariants.sight import Check, Sight
from tests.core.invariants.world import Standing, World

OF_SANCTIONS = SanctionApplied | SanctionKept | SanctionChanged
OF_DISENGAGEMENTS = DisengagementIssued | DisengagementContinued | DisengagementChanged


def a_review_is_set_within_the_longest_interval(sight: Sight) -> None:
    """An appeal leaves the date as it was."""
    event = sight.entry.event
    if not isinstance(event, OF_SANCTIONS | OF_DISENGAGEMENTS):
        return
    if any(isinstance(entry.event, AppealDecided) for entry in sight.together):
        assert isinstance(event, SanctionChanged | DisengagementChanged)
        assert event.review_on == _review_before(sight, event)
        return
    rule = sight.policy.review
    if isinstance(event, OF_DISENGAGEMENTS):
        rule = sight.policy.disengagement.review
    today = day_of(sight.policy, sight.entry.at)
    assert today < event.review_on <= today + timedelta(days=rule.maximum_days)


def everything_in_force_has_a_review_date_within_the_maximum(world: World) -> None:
    policy = world.policy
    for sanction in world.case.in_force:
        longest = timedelta(days=policy.review.maximum_days)
        assert sanction.review_on <= world.today + longest
    for notice in world.case.disengaged:
        longest = timedelta(days=policy.disengagement.review.maximum_days)
        assert notice.review_on <= world.today + longest


def one_sanction_of_a_sort_is_in_force(world: World) -> None:
    codes = [sanction.terms.code for sanction in world.case.in_force]
    assert len(codes) == len(set(codes))


def _review_before(sight: Sight, event: SanctionChanged | DisengagementChanged) -> object:
    no = event.sanction if isinstance(event, SanctionChanged) else event.disengagement
    set_by = [
        entry.event.review_on
        for entry in sight.before
        if isinstance(entry.event, OF_SANCTIONS | OF_DISENGAGEMENTS)
        and no
        in (
            entry.no,
            getattr(entry.event, "sanction", None),
            getattr(entry.event, "disengagement", None),
        )
    ]
    return set_by[-1]


OF_EVERY_ENTRY: tuple[Check, ...] = (a_review_is_set_within_the_longest_interval,)
STANDING: tuple[Standing, ...] = (
    everything_in_force_has_a_review_date_within_the_maximum,
    one_sanction_of_a_sort_is_in_force,
)
