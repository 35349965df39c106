"""What a reminder says about the duty it is about: what to do, which one, what became of it."""

from bot.conversation.cards.painting import Painting
from bot.conversation.words.appeals import OUTCOMES
from bot.conversation.words.contacts import RESPONSES
from bot.conversation.words.matters import extent
from bot.conversation.words.proposals import kind_of, status_of
from bot.conversation.words.terms import sanction_text
from core.case.duties.owing import Duty
from core.case.events import DutyKind
from core.case.scene import Scene
from core.case.sections import STAGE_6
from core.case.state import Case, Contact
from core.policy.model import Policy
from core.vocabulary.ids import EntryNo
from core.vocabulary.wording import say_day, say_moment

_ASKED = {
    DutyKind.LOOK_AGAIN: "Look at how contact went since the customer was warned, and say whether "
    "the behaviour improved or continued.",
    DutyKind.REVIEW_SANCTION: "Sanctions should not go on indefinitely: keep, change or lift it.",
    DutyKind.REVIEW_DISENGAGEMENT: "Nobody stays disengaged without review: continue it, change "
    "it, or re-engage.",
    DutyKind.DECIDE_PROPOSAL: "It waits for a decision, and nobody further up can be asked.",
    DutyKind.DECIDE_APPEAL: "The customer challenged a decision: say whether it stays, is varied "
    "or withdrawn.",
    DutyKind.ASSESS_CONTACT: "Somebody we disengaged from made contact: say whether it was on the "
    "same topic, and what is done about it. Until then we cannot re-engage.",
}


def asked_of(policy: Policy, kind: DutyKind) -> str:
    if kind is not DutyKind.TELL_CUSTOMER:
        return _ASKED[kind]
    days = policy.telling.days
    return (
        "Tell the customer in writing what was decided, why, how long it lasts, when it is "
        f"reviewed and how to challenge it, within {days} days. Then record it."
    )


def source_of(policy: Policy, kind: DutyKind) -> str:
    match kind:
        case DutyKind.LOOK_AGAIN:
            return policy.warning.source
        case DutyKind.TELL_CUSTOMER:
            return policy.telling.source
        case DutyKind.REVIEW_SANCTION:
            return policy.review.source
        case DutyKind.REVIEW_DISENGAGEMENT:
            return policy.disengagement.review.source
        case DutyKind.DECIDE_PROPOSAL:
            return policy.escalation.source
        case DutyKind.DECIDE_APPEAL:
            return policy.appeals.source
        case DutyKind.ASSESS_CONTACT:
            return STAGE_6


def duty_facts(scene: Scene, case: Case, duty: Duty) -> tuple[tuple[str, str], ...]:
    """Which warning, decision or measure it is about: for those who may read the case."""
    match duty.kind:
        case DutyKind.LOOK_AGAIN:
            given = next(w for w in case.warnings if w.proposal == duty.about)
            return (("Warned", say_moment(given.given_at, scene.policy.zone)),)
        case DutyKind.TELL_CUSTOMER | DutyKind.DECIDE_PROPOSAL:
            return (("Decision", decision_text(case, duty.about)),)
        case DutyKind.REVIEW_SANCTION:
            terms = case.sanctions[duty.about].terms
            return (("Sanction", sanction_text(scene.policy, scene.people, terms)),)
        case DutyKind.REVIEW_DISENGAGEMENT:
            return (("Disengaged", extent(case.disengagements[duty.about].topics)),)
        case DutyKind.DECIDE_APPEAL:
            decision = case.appeals[duty.about].decision
            return (("Challenged", kind_of(case.proposals[decision].matter)),)
        case DutyKind.ASSESS_CONTACT:
            contact = _contact(case, duty.about)
            made = f"{contact.topic}, {say_moment(contact.occurred_at, scene.policy.zone)}"
            return (("Contact", made),)


def decision_text(case: Case, decision: EntryNo) -> str:
    """A proposal or the outcome of an appeal, in a few words without anything personal."""
    if appeal := case.appeals.get(decision):
        outcome = f": {OUTCOMES[appeal.outcome]}" if appeal.outcome else ""
        return f"an appeal{outcome}"
    return kind_of(case.proposals[decision].matter)


def done(painting: Painting, kind: DutyKind, about: EntryNo) -> str:
    """What became of it since the reminder was sent."""
    case = painting.case
    match kind:
        case DutyKind.LOOK_AGAIN:
            return _how_it_went(case, about)
        case DutyKind.TELL_CUSTOMER:
            return "It is recorded that the customer was told."
        case DutyKind.REVIEW_SANCTION:
            sanction = case.sanctions[about]
            if not sanction.in_force:
                return "The sanction has been lifted."
            return f"The review has been done. The next one is on {say_day(sanction.review_on)}."
        case DutyKind.REVIEW_DISENGAGEMENT:
            notice = case.disengagements[about]
            if not notice.in_force:
                return "The disengagement has ended."
            return f"The review has been done. The next one is on {say_day(notice.review_on)}."
        case DutyKind.DECIDE_PROPOSAL:
            return f"{status_of(painting.policy, painting.people, case.proposals[about])}."
        case DutyKind.DECIDE_APPEAL:
            appeal_outcome = case.appeals[about].outcome
            return f"It is answered: {OUTCOMES[appeal_outcome]}." if appeal_outcome else ""
        case DutyKind.ASSESS_CONTACT:
            response = _contact(case, about).response
            return f"{RESPONSES[response]}." if response else "The disengagement has ended."


def _how_it_went(case: Case, warning: EntryNo) -> str:
    outcome = next((w.outcome for w in case.warnings if w.proposal == warning), None)
    if outcome is None:
        return "The behaviour went on, and sanctions or a disengagement followed."
    return f"It is recorded that the behaviour {outcome}."


def _contact(case: Case, no: EntryNo) -> Contact:
    return next(contact for contact in case.contacts if contact.no == no)
