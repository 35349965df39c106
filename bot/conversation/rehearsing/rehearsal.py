"""What somebody may do now, learnt by deciding it without keeping it: no rule stands here twice."""

from typing import Final

from core.case.authority.access import check_may_read
from core.case.commands import CaseCommand
from core.case.decide import decide
from core.case.scene import Scene
from core.case.state import Case
from core.vocabulary.refusal import Refusal, Refused

_POINTED_AT: Final = frozenset(
    {
        *("proposal", "decision", "warning", "appeal", "request"),
        *("measure", "sanction", "disengagement", "contact", "entry"),
    }
)
"""Fields by which a command names its subject: no form asks for them."""


def refusal_of(scene: Scene, case: Case, command: CaseCommand, *given: str) -> Refusal | None:
    """Why ``scene.actor`` may not do it, whatever they would fill in.

    A refusal that concerns one field alone waits until that field is filled in. ``given``: fields
    that the form does not ask, because they are decided already.
    """
    try:
        decide(scene, case, command)
    except Refused as refused:
        field = refused.refusal.field
        if field is None or field in _POINTED_AT or field in given:
            return refused.refusal
    return None


def may_read(scene: Scene, case: Case) -> bool:
    """Whether ``scene.actor`` may read the timeline, and so what is private in the case."""
    try:
        check_may_read(scene, case)
    except Refused:
        return False
    return True


def allowed(scene: Scene, case: Case, command: CaseCommand, *given: str) -> bool:
    return refusal_of(scene, case, command, *given) is None
