"""What must hold of every entry, and of everything as it stands, whatever anybody does."""

from tests.core.invariants.holds import (
    alerts,
    appeals,
    contacts,
    disengaging,
    duties,
    escalation,
    kept,
    messages,
    reviews,
    sign_off,
    stages,
)
from tests.core.invariants.sight import Check
from tests.core.invariants.world import Standing, World

OF_EVERY_ENTRY: tuple[Check, ...] = (
    *sign_off.OF_EVERY_ENTRY,
    *stages.OF_EVERY_ENTRY,
    *disengaging.OF_EVERY_ENTRY,
    *reviews.OF_EVERY_ENTRY,
    *contacts.OF_EVERY_ENTRY,
    *appeals.OF_EVERY_ENTRY,
    *escalation.OF_EVERY_ENTRY,
    *duties.OF_EVERY_ENTRY,
)

STANDING: tuple[Standing, ...] = (
    *kept.STANDING,
    *reviews.STANDING,
    *disengaging.STANDING,
    *duties.STANDING,
    *messages.STANDING,
    *alerts.STANDING,
)


def everything_holds(world: World) -> None:
    """Raises ``AssertionError`` in the function whose name says what does not."""
    for sight in world.unchecked:
        for check in OF_EVERY_ENTRY:
            check(sight)
    world.unchecked.clear()
    for standing in STANDING:
        standing(world)
