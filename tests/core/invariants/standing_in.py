"""As the bot does: what waits for somebody who is away is put to their deputy, and back."""

from core.case.commands import PassOn
from core.vocabulary.ids import SYSTEM
from tests.core.invariants.world import World


def pass_on_what_waits(world: World) -> None:
    """And then nothing is left to be passed on."""
    for proposal in world.case.open_proposals:
        if world.does(SYSTEM, PassOn(proposal.no)):
            assert not world.does(SYSTEM, PassOn(proposal.no))
