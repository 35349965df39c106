"""The machine on which whatever anybody does is tried; its parts say what they can do."""

import random
from typing import ClassVar

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from core.vocabulary.customer import CustomerKind
from core.vocabulary.ids import StaffId
from tests.core.invariants import inputs
from tests.core.invariants.foreseen import walk
from tests.core.invariants.holds import everything_holds
from tests.core.invariants.onward import onward
from tests.core.invariants.record import CASE
from tests.core.invariants.temptations import temptations
from tests.core.invariants.world import World
from tests.support.policies import Body

kinds = st.sampled_from(
    [frozenset(), frozenset(), frozenset(CustomerKind), *(frozenset({k}) for k in CustomerKind)]
)
dice = st.integers(0, 2**32)


class Machine(RuleBasedStateMachine):
    """``steps``: how many all the machines of this class have taken."""

    body: ClassVar[Body]
    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.body)

    def teardown(self) -> None:
        reached = {type(entry.event).__name__ for entry in self.world.timeline}
        for kind in sorted(reached):
            event(f"reached {kind}")
        self.world.close()

    @initialize(
        kinds=kinds,
        others=kinds,
        agency=st.sampled_from(["", "Example Farm Agents Ltd"]),
        steps=st.sampled_from([0, 10, 25, 25, 40]),
        dice=dice,
    )
    def so_far(
        self,
        kinds: frozenset[CustomerKind],
        others: frozenset[CustomerKind],
        agency: str,
        steps: int,
        dice: int,
    ) -> None:
        """Stories are met at any stage."""
        self.world.begin(kinds, others, agency)
        self.everything_holds()
        self.the_story_goes_on(steps, dice)

    @rule(steps=st.integers(1, 5), dice=dice)
    def the_story_goes_on(self, steps: int, dice: int) -> None:
        chance = random.Random(dice)  # noqa: S311 (a game, no secret)
        for _ in range(steps):
            walk(self.world, chance)
            self.everything_holds()

    @rule(details=st.lists(inputs.choices, min_size=1, max_size=4))
    def the_story_goes_straight_on(self, details: list[int]) -> None:
        for detail in details:
            onward(self.world, detail)()
            self.everything_holds()

    @rule(who=inputs.actors, choice=st.integers(0, 419), pick=st.integers(0, 30))
    def somebody_is_tempted(self, who: StaffId, choice: int, pick: int) -> None:
        steps = [step for each in temptations(self.world, who, choice) for step in each]
        steps[pick % len(steps)]()

    @precondition(lambda self: self.world.last is not None)
    @rule()
    def the_last_request_arrives_again(self) -> None:
        world = self.world
        assert world.last is not None
        actor, command, delivery = world.last
        again = world.run(world.service.carry_out(actor, CASE, command, delivery))
        assert again.repeated
        assert again.added == ()
        assert again.case == world.case

    @invariant()
    def everything_holds(self) -> None:
        type(self).steps += 1
        everything_holds(self.world)
