"""Stage 5: disengaging, once sanctions did not help or for extreme behaviour."""

from core.case.checks import require_text
from core.case.events import CaseEvent, DisengagementIssued
from core.case.extreme import require_extreme
from core.case.matters.considerations import require_considerations
from core.case.matters.customer_kinds import require_fitting
from core.case.matters.review_dates import require_review_date
from core.case.matters.sanctions import require_efforts
from core.case.matters.topics import check_topics, shared_topics, tidy
from core.case.proposals import DisengagementMatter, Grounds
from core.case.scene import Scene
from core.case.sections import STAGE_5, STAGE_7
from core.case.state import Case, Disengagement, Proposal
from core.case.weighing.recurrences import recurred_since
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import listed


def check(scene: Scene, case: Case, matter: DisengagementMatter) -> None:
    if matter.grounds is Grounds.EXTREME:
        require_extreme(case)
    else:
        _require_sanctions(scene, case)
    check_topics(matter.topics)
    require_fitting(case, scene.customer, matter.topics, "topics")
    require_apart(case.disengaged, matter.topics)
    require_text(matter.reasons, "reasons", "why we should disengage")
    require_efforts(matter.efforts, "A disengagement is")
    require_considerations(matter.considerations)
    rule = scene.policy.disengagement.review
    require_review_date(scene, rule, matter.review_on, "review_on", STAGE_7)


def effects(proposal: Proposal, matter: DisengagementMatter) -> tuple[CaseEvent, ...]:
    return (DisengagementIssued(proposal.no, tidy(matter.topics), matter.review_on),)


def require_apart(others: tuple[Disengagement, ...], topics: tuple[str, ...]) -> None:
    """Raises ``Refused`` where what is in force covers some of it already."""
    review = "To change what is in force, review it."
    if any(other.is_complete for other in others):
        raise refuse(
            "already-disengaged",
            "We have already disengaged from this customer completely.",
            review,
            section=STAGE_5,
        )
    if others and not topics:
        raise refuse(
            "already-disengaged",
            "We have already disengaged from this customer on some topics.",
            "To disengage completely, change that in a review.",
            section=STAGE_5,
            field="topics",
        )
    known = shared_topics(topics, (topic for other in others for topic in other.topics))
    if known:
        raise refuse(
            "already-disengaged",
            f"We have already disengaged from this customer on: {listed(known)}.",
            review,
            section=STAGE_5,
            field="topics",
        )


def _require_sanctions(scene: Scene, case: Case) -> None:
    if not case.sanctions:
        raise refuse(
            "sanctions-first",
            "No sanction has been applied in this case. We disengage only where intermediate "
            "sanctions have not resolved the issue.",
            "Propose sanctions first. If the behaviour was extreme from the start, report it as "
            "that.",
            section=STAGE_5,
        )
    if not any(recurred_since(scene, case, s.applied_at, s.no) for s in case.sanctions.values()):
        raise refuse(
            "not-since-sanctions",
            "Nothing has happened since the sanctions were applied, so they may have resolved it.",
            "If the behaviour continues, report the incident and then propose this.",
            section=STAGE_5,
        )
