"""Commands as complete as can be, to learn by rehearsal whether any of their sort is possible."""

from datetime import time, timedelta
from typing import Final

from bot.conversation.rehearsing.grounds import usual
from core.case.commands import (
    AssessContact,
    CaseCommand,
    ConcludeMonitoring,
    DecideAppeal,
    LogContact,
    Propose,
    RecordComplaint,
    RecordCustomerTold,
    Reject,
)
from core.case.duties.owing import Duty
from core.case.events import (
    AppealOutcome,
    ComplaintTo,
    DutyKind,
    MonitoringOutcome,
    Relation,
    Response,
)
from core.case.proposals import (
    Considerations,
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Grounds,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.scene import Scene
from core.case.state import Case
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    Terms,
    ThirdPartyTerms,
)
from core.policy.model import SanctionRule, Shape
from core.vocabulary.ids import CustomerId

ANYTHING: Final = "-"
CONSIDERED: Final = Considerations(ANYTHING, ANYTHING)


def any_contact(scene: Scene) -> LogContact:
    return LogContact(scene.policy.means[0].code, scene.now, ANYTHING)


def any_warning(scene: Scene) -> WarningMatter:
    return WarningMatter(ANYTHING, ANYTHING, scene.policy.warning.monitoring_days)


def any_sanctions(scene: Scene, case: Case) -> SanctionsMatter | None:
    """``None`` when every sanction of the policy is in force already."""
    in_force = {sanction.terms.code for sanction in case.in_force}
    free = next((rule for rule in scene.policy.sanctions if rule.code not in in_force), None)
    if free is None:
        return None
    review_on = scene.policy.review.default_date(scene.today)
    terms = SanctionTerms(free.code, _any_terms(scene, free))
    why = usual(case)
    return SanctionsMatter((terms,), ANYTHING, ANYTHING, review_on, CONSIDERED, why)


def any_disengagement(scene: Scene, case: Case) -> DisengagementMatter:
    """On some topic, and on whatever grounds stand."""
    return DisengagementMatter(
        topics=(ANYTHING,),
        reasons=ANYTHING,
        efforts=ANYTHING,
        review_on=scene.policy.disengagement.review.default_date(scene.today),
        considerations=CONSIDERED,
        grounds=Grounds.EXTREME if case.is_extreme else Grounds.CONTINUED,
    )


def any_extension(case: Case) -> ExtensionMatter | None:
    """To nobody in particular; ``None`` when nothing is in force."""
    in_force = [*(d.no for d in case.disengaged), *(s.no for s in case.in_force)]
    return ExtensionMatter(in_force[0], CustomerId(""), ANYTHING) if in_force else None


def any_complaint(scene: Scene) -> RecordComplaint:
    return RecordComplaint(ComplaintTo.PROFESSIONAL_BODY, ANYTHING, scene.now, ANYTHING)


def duty_command(scene: Scene, duty: Duty) -> CaseCommand:
    """What does the duty, so that it is offered to those who may do it."""
    no = duty.about
    match duty.kind:
        case DutyKind.LOOK_AGAIN:
            return ConcludeMonitoring(no, MonitoringOutcome.IMPROVED)
        case DutyKind.TELL_CUSTOMER:
            return RecordCustomerTold(no, scene.now, "")
        case DutyKind.REVIEW_SANCTION:
            return Propose(ReviewMatter(no, ReviewOutcome.LIFT, ANYTHING))
        case DutyKind.REVIEW_DISENGAGEMENT:
            day = scene.policy.disengagement.review.default_date(scene.today)
            outcome = DisengagementOutcome.CONTINUE
            return Propose(DisengagementReviewMatter(no, outcome, ANYTHING, day))
        case DutyKind.DECIDE_PROPOSAL:
            return Reject(no, ANYTHING)
        case DutyKind.DECIDE_APPEAL:
            return DecideAppeal(no, AppealOutcome.UPHELD, ANYTHING)
        case DutyKind.ASSESS_CONTACT:
            return AssessContact(no, Relation.SAME, Response.NOT_RE_ENGAGED)


def _any_terms(scene: Scene, rule: SanctionRule) -> Terms:
    match rule.shape:
        case Shape.MEANS:
            return MeansTerms(frozenset({scene.policy.means[0].code}))
        case Shape.NAMED_CONTACT:
            return NamedContactTerms(scene.actor)
        case Shape.CALL_TIMES:
            return CallTimesTerms(frozenset({0}), time(9), time(17))
        case Shape.AGREEMENT:
            return AgreementTerms(ANYTHING)
        case Shape.THIRD_PARTY:
            return ThirdPartyTerms(ANYTHING)
        case Shape.DATES:
            return DatesTerms((scene.today + timedelta(days=1),))
