"""Who may decide a proposal (Our position and process: two people at different grades)."""

from core.case.proposals import Matter
from core.case.scene import Scene
from core.case.state import Case, Proposal
from core.policy.model import SignOff
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refusal


def sign_off_for(scene: Scene, case: Case, matter: Matter) -> SignOff:
    """The strictest sign-off the matter needs."""
    raise NotImplementedError


def eligible(scene: Scene, case: Case, proposal: Proposal) -> tuple[StaffMember, ...]:
    """Everyone who may decide it, in the order in which it is routed to them."""
    raise NotImplementedError


def objection(scene: Scene, case: Case, proposal: Proposal) -> Refusal | None:
    """Why ``scene.actor`` may not decide this proposal; ``None`` when they may."""
    raise NotImplementedError
