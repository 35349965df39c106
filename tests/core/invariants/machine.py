"""The machine on which whatever anybody does is tried; its parts say what they can do."""

import random
from dataclasses import replace
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
from tests.core.disengaging import PAT
from tests.core.invariants import inputs
from tests.core.invariants.foreseen import go_on
from tests.core.invariants.holds import everything_holds
from tests.core.invariants.temptations import temptations
from tests.core.invariants.world import CASE, World
from tests.support.policies import Body

kinds = st.sampled_from(
    [frozenset(), frozenset(), frozenset(CustomerKind), *(frozenset({k}) for k in CustomerKind)]
)
dice = st.integers(0, 2**16)


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
        steps=st.sampled_from([0, 4, 12, 20, 20, 40]),
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
        self.world.memory.know(replace(PAT, kinds=others))
        self.world.begin(kinds, agency)
        self.everything_holds()
        self.the_story_goes_on(steps, dice)

    @rule(steps=st.integers(1, 4), dice=dice)
    def the_story_goes_on(self, steps: int, dice: int) -> None:
        chance = random.Random(dice)  # noqa: S311 (a game, no secret)
        for _ in range(steps):
            self.goes_on(chance.randrange(100), chance.randrange(30))

    @rule(details=st.lists(inputs.choices, min_size=1, max_size=4))
    def the_story_goes_straight_on(self, details: list[int]) -> None:
        for detail in details:
            self.goes_on(0, detail)

    @rule(ways=st.lists(st.integers(0, 49), min_size=1, max_size=2), detail=inputs.choices)
    def the_story_takes_a_byway(self, ways: list[int], detail: int) -> None:
        for way in ways:
            self.goes_on(2 * way + 1, detail)

    @rule(who=inputs.actors, tempted=st.lists(st.integers(0, 99), min_size=1, max_size=3))
    def somebody_is_tempted(self, who: StaffId, tempted: list[int]) -> None:
        for choice in tempted:
            steps = temptations(self.world, who, choice)
            steps[choice % len(steps)]()
            self.everything_holds()

    @rule(tempted=st.lists(st.integers(0, 99), min_size=1, max_size=3), dice=dice)
    def several_are_tempted(self, tempted: list[int], dice: int) -> None:
        chance = random.Random(dice)  # noqa: S311 (a game, no secret)
        for choice in tempted:
            self.somebody_is_tempted(chance.choice(self.world.actors), [choice])

    def goes_on(self, way: int, detail: int) -> None:
        go_on(self.world, way, detail)
        self.everything_holds()

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
