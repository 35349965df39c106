"""Putting a matter to a second person."""

from core.case.authority.sign_off import places
from core.case.authority.sign_off_rule import sign_off_for
from core.case.checks import require_colleague
from core.case.commands import Propose
from core.case.events import CaseEvent, ProposalMade
from core.case.matters import check_matter
from core.case.proposals import (
    DisengagementMatter,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    SanctionsMatter,
    WarningMatter,
)
from core.case.scene import Scene
from core.case.sections import PROCESS
from core.case.signing_off.effects import effects
from core.case.state import Case, Proposal
from core.vocabulary.ids import EntryNo
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import say_moment


def propose(scene: Scene, case: Case, command: Propose) -> tuple[CaseEvent, ...]:
    """Routed to the first who may decide it; a review that needs nobody takes effect at once."""
    corresponding = command.corresponding or case.owner
    if command.corresponding is not None:
        require_colleague(scene, command.corresponding, "corresponding")
    check_matter(scene, case, command.matter)
    _require_no_other(scene, case, command.matter)
    draft = Proposal(
        no=EntryNo(case.version + 1),
        matter=command.matter,
        proposed_by=scene.actor,
        proposed_at=scene.now,
        corresponding=corresponding,
        approver=scene.actor,
        asked_at=scene.now,
    )
    if not _needs_sign_off(scene, command.matter):
        made = ProposalMade(command.matter, corresponding, approver=scene.actor)
        return (made, *effects(draft))
    able = places(scene, case, draft)
    if not able:
        grade = sign_off_for(scene, case, command.matter).minimum_grade
        raise refuse(
            "no-approver",
            f"Nobody above {scene.people.name_of(corresponding)} can sign this off: it needs "
            f"someone of a grade other than yours, {scene.policy.grade_label(grade)} or above.",
            "Ask an administrator to complete the line managers in the staff directory.",
            section=PROCESS,
        )
    first = able[0]
    return (ProposalMade(command.matter, corresponding, first.member.id, first.in_place_of),)


def _needs_sign_off(scene: Scene, matter: Matter) -> bool:
    match matter:
        case ReviewMatter(outcome=outcome):
            return outcome in scene.policy.review.needs_sign_off
        case DisengagementReviewMatter(outcome=outcome):
            return outcome in scene.policy.disengagement.review.needs_sign_off
    return True


def _require_no_other(scene: Scene, case: Case, matter: Matter) -> None:
    """One open proposal of a sort at a time, so that nobody decides the same thing twice."""
    for other in case.open_proposals:
        if _same_sort(other.matter, matter):
            raise refuse(
                "already-proposed",
                f"{scene.people.name_of(other.proposed_by)} proposed this on "
                f"{say_moment(other.proposed_at, scene.policy.zone)}, and "
                f"{scene.people.name_of(other.approver)} has not decided it yet.",
                "Wait for the decision, or withdraw that proposal first.",
                section=PROCESS,
            )


def _same_sort(one: Matter, other: Matter) -> bool:
    match one, other:
        case (WarningMatter(), WarningMatter()) | (SanctionsMatter(), SanctionsMatter()):
            return True
        case DisengagementMatter(), DisengagementMatter():
            return True
        case ReviewMatter(sanction=first), ReviewMatter(sanction=second):
            return first == second
        case (
            DisengagementReviewMatter(disengagement=first),
            DisengagementReviewMatter(disengagement=second),
        ):
            return first == second
        case ExtensionMatter(), ExtensionMatter():
            return (one.measure, one.person) == (other.measure, other.person)
    return False
