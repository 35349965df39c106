"""What must hold whatever anybody does, in whatever order, at whatever time.

The real services work over a desk in memory, under policies of different shapes. What must hold
stands in ``invariants/holds``; what can be done, in the parts of the machine.
``--hypothesis-profile=thorough`` goes deeper.
"""

import random
from typing import Final, get_args

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from core.alert.events import AlertEvent
from core.case.commands import Command
from core.case.events import CaseEvent
from core.case.register import ApartTakenBack, CustomersMerged, CustomersUnmerged, ToldApart
from core.vocabulary.customer import CustomerKind
from tests.core.invariants.deciding import Deciding
from tests.core.invariants.foreseen import walk
from tests.core.invariants.happening import Happening
from tests.core.invariants.holds import everything_holds
from tests.core.invariants.meanwhile import Meanwhile
from tests.core.invariants.noticing import Noticing
from tests.core.invariants.world import World
from tests.support.policies import Body, under_each_policy

EXAMPLES: Final = {"default": 30, "ci": 120}
"""Stories under each policy; by any other profile as many as it says."""

SEEDS: Final = {"default": 40, "ci": 80}
STEPS_OF_A_STORY: Final = 80

STEPS_IN_CI: Final = 5_000
"""At least, under each policy."""


class WhateverAnybodyDoes(Happening, Deciding, Meanwhile, Noticing):
    """Everything, in any order."""


@under_each_policy
def test_whatever_anybody_does_the_policy_holds(body: Body) -> None:
    class AtThisBody(WhateverAnybodyDoes):
        pass

    AtThisBody.body = body
    profile = settings.get_current_profile_name()
    examples = EXAMPLES.get(profile, settings().max_examples)
    run_state_machine_as_test(
        AtThisBody, settings=settings(settings(), deadline=None, max_examples=examples)
    )
    if profile == "ci":
        assert AtThisBody.steps >= STEPS_IN_CI


@under_each_policy
def test_stories_reach_everything_that_can_happen(body: Body) -> None:
    """So that what holds is not said of too little."""
    reached, noticed, allowed = set(), set(), set()
    for seed in range(SEEDS.get(settings.get_current_profile_name(), settings().max_examples)):
        dice, world = random.Random(seed), World(body)  # noqa: S311 (a game, no secret)
        theirs, others = (frozenset(dice.sample(list(CustomerKind), k=k)) for k in (seed % 3, 1))
        world.begin(theirs, others, employer="Agents Ltd")
        for _ in range(STEPS_OF_A_STORY):
            walk(world, dice)
            everything_holds(world)
        reached |= {type(entry.event) for entry in world.timeline}
        noticed |= {type(entry.event) for entry in world.memory.store.entries}
        allowed |= world.allowed
        world.close()
    assert reached == set(get_args(CaseEvent))
    assert noticed >= {*get_args(AlertEvent), ToldApart, ApartTakenBack}
    assert noticed >= {CustomersMerged, CustomersUnmerged}
    assert allowed >= {command.__name__ for command in get_args(Command)}
