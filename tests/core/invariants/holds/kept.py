"""The timeline is evidence: it only grows, and says all that there is to say."""

from itertools import pairwise

from tests.core.invariants.record import CASE
from tests.core.invariants.world import Standing, World


def the_timeline_only_grows(world: World) -> None:
    now = world.kept()
    assert now[: len(world.timeline)] == world.timeline
    assert [entry.no for entry in now] == list(range(1, len(now) + 1))
    assert all(one.at <= other.at for one, other in pairwise(now))
    world.timeline = now


def the_summary_misses_nothing_in_force_or_undecided(world: World) -> None:
    case, summary = world.case, world.memory.store.summaries[CASE]
    in_force = {*(s.no for s in case.in_force), *(d.no for d in case.disengaged)}
    assert {each.measure for each in summary.in_force} == in_force
    assert {each.proposal for each in summary.awaiting} == {p.no for p in case.open_proposals}
    assert summary.also_bound == case.also_bound


STANDING: tuple[Standing, ...] = (
    the_timeline_only_grows,
    the_summary_misses_nothing_in_force_or_undecided,
)
