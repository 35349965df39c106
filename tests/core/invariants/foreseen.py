"""What the policy foresees next: steps in good form, by whoever may take them.

They make whole stories come about; whatever else anybody may do lies in the rules of the machine.
"""

from tests.core.invariants.byways import byways
from tests.core.invariants.onward import onward
from tests.core.invariants.world import World


def go_on(world: World, way: int, detail: int) -> None:
    """Take the next step on the way to re-engagement, or for an odd ``way`` a byway.

    ``detail``: which of the outcomes, terms and topics that are possible.
    """
    others = list(byways(world, detail))
    step = others[way // 2 % len(others)] if way % 2 else onward(world, detail)
    step()
