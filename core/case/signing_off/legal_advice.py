"""Asking Legal for advice, and keeping what they said (Site owners; Extreme behaviour)."""

from core.case.authority.owners import require_owner_or
from core.case.authority.powers import has_power
from core.case.checks import TOPIC_LENGTH, require_length, require_text
from core.case.commands import RecordLegalAdvice, RequestLegalAdvice
from core.case.events import CaseEvent, LegalAdviceReceived, LegalAdviceRequested
from core.case.scene import Scene
from core.case.sections import SITE_OWNERS
from core.case.state import Case
from core.policy.model import Power
from core.vocabulary.refusal import refuse


def request_legal_advice(command: RequestLegalAdvice) -> tuple[CaseEvent, ...]:
    """By any colleague who is in contact with the customer."""
    require_text(command.question, "question", "what you ask Legal")
    return (LegalAdviceRequested(command.question.strip()),)


def record_legal_advice(
    scene: Scene, case: Case, command: RecordLegalAdvice
) -> tuple[CaseEvent, ...]:
    """By Legal, or by the owner as Legal gave it. Each request is answered once."""
    request = case.legal_advice.get(command.request)
    if request is None:
        raise refuse(
            "unknown-request",
            f"This case has no request {command.request} for legal advice.",
            field="request",
        )
    if not has_power(scene, scene.actor, Power.ADVISE):
        require_owner_or(scene, case, (), "record what Legal advised", SITE_OWNERS)
    if request.advice is not None:
        raise refuse(
            "already-advised",
            "It is already recorded what Legal advised.",
            "For further advice, ask again.",
            section=SITE_OWNERS,
        )
    require_text(command.advice, "advice", "what Legal advised")
    require_length(command.reference, "reference", "the reference", TOPIC_LENGTH)
    return (LegalAdviceReceived(request.no, command.advice.strip(), command.reference.strip()),)
