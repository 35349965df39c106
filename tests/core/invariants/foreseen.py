"""Stories: what the policy foresees next, and what comes between.

Every step is in good form, so that whole stories come about; whatever else anybody may do lies in
the rules of the machine.
"""

from random import Random

from core.vocabulary.ids import StaffId
from tests.core.invariants.byways import byways
from tests.core.invariants.onward import onward
from tests.core.invariants.temptations import temptations
from tests.core.invariants.turns import turns
from tests.core.invariants.world import World


def walk(world: World, dice: Random) -> None:
    """One step, mostly onward."""
    detail = dice.randrange(420)
    match dice.choices(("onward", "byway", "temptation", "turn"), (40, 24, 26, 10))[0]:
        case "onward":
            onward(world, detail)()
        case "byway":
            dice.choice(list(byways(world, detail)))()
        case "temptation":
            who = dice.choice([*_those_it_concerns(world), *world.actors])
            dice.choice(dice.choice(temptations(world, who, detail)))()
        case "turn":
            dice.choice(turns(world, detail))()


def _those_it_concerns(world: World) -> list[StaffId]:
    case = world.case
    asked = [s for p in case.open_proposals for s in (p.approver, p.approver, p.proposed_by)]
    answering = [appeal.handler for appeal in case.open_appeals]
    recent = [s for p in list(case.proposals.values())[-2:] for s in (p.approver, *p.asked_before)]
    return [*asked, *asked, *answering, *answering, *recent]
