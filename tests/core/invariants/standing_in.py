"""As the bot does: what waits for somebody who is away is put to their deputy, and back."""

from core.case.commands import CaseCommand, PassOn, PassOnQuestion
from core.vocabulary.ids import SYSTEM
from tests.core.invariants.world import World


def pass_on_what_waits(world: World) -> None:
    """And then nothing is left to be passed on."""
    commands: list[CaseCommand] = [PassOn(each.no) for each in world.case.open_proposals]
    commands += [PassOnQuestion(each.no) for each in world.case.contacts if each.waits_for]
    for command in commands:
        if world.does(SYSTEM, command):
            assert not world.does(SYSTEM, command)
