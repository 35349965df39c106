"""Stories: what the policy foresees next, and what comes between.

Every step is in good form, so that whole stories come about; whatever else anybody may do lies in
the rules of the machine.
"""

from random import Random

from core.vocabulary.ids import StaffId
from tests.core.invariants import door
from tests.core.invariants.byways import byways
from tests.core.invariants.onward import onward
from tests.core.invariants.temptations import temptations
from tests.core.invariants.turns import everyone_is_back_as_they_were, turns
from tests.core.invariants.world import World


def walk(world: World, dice: Random) -> None:
    """One step, mostly onward."""
    detail = dice.randrange(420)
    ways = ("onward", "byway", "temptation", "turn", "return", "door")
    match dice.choices(ways, weights=(42, 20, 24, 9, 5, 12))[0]:
        case "onward":
            onward(world, detail)()
        case "byway":
            dice.choice(list(byways(world, detail)))()
        case "temptation":
            staff = [member.id for member in world.body.staff]
            who = dice.choice([*_those_it_concerns(world), *staff])
            dice.choice(dice.choice(temptations(world, who, detail)))()
        case "turn":
            dice.choice(turns(world, detail))()
        case "door":
            dice.choice(list(door.steps(world, detail)))()
        case "return":
            everyone_is_back_as_they_were(world)


def _those_it_concerns(world: World) -> list[StaffId]:
    case = world.case
    asked = [s for p in case.open_proposals for s in (p.approver, p.approver, p.proposed_by)]
    answering = [appeal.handler for appeal in case.open_appeals]
    recent = [s for p in list(case.proposals.values())[-2:] for s in (p.approver, *p.asked_before)]
    return [*asked, *asked, *answering, *answering, *answering, *recent]
