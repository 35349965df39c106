"""What may come in: mostly what fits the policy at work, sometimes what fits nowhere."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

from hypothesis import strategies as st

from core.case.commands import Referral
from core.case.events import ReferredTo
from core.case.proposals import Considerations
from core.case.state import Proposal
from core.case.terms import SanctionTerms, ThirdPartyTerms
from core.vocabulary.ids import EntryNo
from tests.core.disengaging import GRANT, HEDGE
from tests.core.extreme import BOTH, NOT_LEGAL, POLICE
from tests.core.invariants.matters import terms
from tests.core.invariants.world import World
from tests.core.story import CONSIDERED

T = TypeVar("T")


def known(choose: Callable[[World], Sequence[T]]) -> st.SearchStrategy[T]:
    """One of those that there are in the world of the machine that runs."""
    return st.runner().flatmap(lambda machine: st.sampled_from(choose(machine.world)))


def newest_first(numbered: dict[EntryNo, T]) -> list[EntryNo]:
    """So that stories go on rather than go back."""
    return sorted(numbered, reverse=True) or [EntryNo(0)]


def _proposals(world: World) -> list[EntryNo]:
    """Those that are open more often than all the others."""
    undecided: dict[EntryNo, Proposal] = {p.no: p for p in world.case.open_proposals}
    return [*newest_first(undecided), *newest_first(world.case.proposals)]


def _codes(world: World) -> list[str]:
    return [means.code for means in world.policy.means]


def _measures(world: World) -> list[EntryNo]:
    case = world.case
    in_force = [*(s.no for s in case.in_force), *(d.no for d in case.disengaged)]
    return [*in_force, *in_force, *case.sanctions, *case.disengagements, EntryNo(1)]


actors: Final = known(lambda world: world.actors)
colleagues: Final = known(lambda world: world.actors[:6]) | actors
staff: Final = known(lambda world: [member.id for member in world.body.staff])
grades: Final = known(lambda world: [grade.code for grade in world.policy.grades])
means: Final = known(lambda world: [world.written(), *_codes(world), "pigeon"])
behaviours: Final = st.frozensets(
    known(lambda world: [*(each.code for each in world.policy.behaviours)]), max_size=2
) | st.just(frozenset({"whistling"}))
proposals: Final = known(_proposals)
open_proposals: Final = known(lambda world: [p.no for p in world.case.open_proposals])
sanctions: Final = known(lambda world: newest_first(world.case.sanctions))
notices: Final = known(lambda world: newest_first(world.case.disengagements))
measures: Final = known(_measures)
appeals: Final = known(lambda world: newest_first(world.case.appeals))
contacts: Final = known(lambda world: [*(c.no for c in world.case.contacts[::-1]), EntryNo(0)])
requests: Final = known(lambda world: newest_first(world.case.legal_advice))

texts: Final = st.sampled_from(
    ["So it was.", "Calm.", "😡 <!channel> שלום", "Line\nline", " ", "x" * 3001]
)
topics: Final = st.sampled_from(
    [(GRANT,), (HEDGE,), (GRANT, HEDGE), (), (GRANT, " grant  APPLICATION"), (" ",)]
)
considered: Final = st.sampled_from(
    [CONSIDERED] * 3 + [Considerations("None needed."), Considerations()]
)
minutes: Final = st.sampled_from([0, 0, 0, -1, -60]) | st.integers(-3 * 24 * 60, 5)
ahead: Final = st.sampled_from([30, 30, 90, 182, 365, -1, 0, 1, 184, 185, 366, 367])
choices: Final = st.integers(0, 29)
referrals: Final = st.sampled_from(
    [(), (), BOTH, BOTH, BOTH[::-1], (NOT_LEGAL,), (POLICE, POLICE), (*BOTH, POLICE)]
)
referral: Final = st.builds(
    Referral, st.sampled_from(ReferredTo), st.booleans(), texts, st.sampled_from(["", "CAD 7"])
)


@st.composite
def some_terms(draw: st.DrawFn, world: World) -> SanctionTerms:
    """Of any sanction of the policy, its own or another's, or of one that is none."""
    rules = world.policy.sanctions
    good = terms(world, draw(st.sampled_from(rules)), draw(choices))
    if draw(st.integers(0, 9)):
        return good
    codes = [*(rule.code for rule in rules), "exile"]
    return SanctionTerms(
        draw(st.sampled_from(codes)), draw(st.sampled_from([good.terms, ThirdPartyTerms(" ")]))
    )


def in_days(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)
