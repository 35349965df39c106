"""Why something may not be done about a contact from someone we disengaged from (stage 6)."""

from core.case.commands import AssessContact
from core.case.events import Relation
from core.case.scene import Scene
from core.case.sections import RESPONSIBILITIES, SCOPE, STAGE_6
from core.case.state import Contact
from core.vocabulary.refusal import Refused, refuse
from core.vocabulary.wording import say_day


def refused(scene: Scene, contact: Contact, command: AssessContact, *, complete: bool) -> Refused:
    """``complete``: whether we had disengaged completely when it was made."""
    if contact.statutory:
        return _not(
            "statutory-right",
            "This contact is about a right that no disengagement touches, so it is answered.",
            "Answer it, and nothing else that comes with it.",
            section=SCOPE,
        )
    match command.relation:
        case Relation.SAME:
            return _not(
                "no-re-engagement",
                "We must not re-engage on the same or a similar topic.",
                "Do not answer it, or reissue the disengagement notice.",
            )
        case Relation.UNSURE:
            return _not(
                "manager-first",
                "While it is unclear whether the topic is the same, a manager decides.",
                "Ask your manager.",
            )
        case Relation.DIFFERENT if complete:
            return _on_another_topic(scene, contact)
        case Relation.DIFFERENT:
            return _not(
                "answer-other-topics",
                "We have disengaged on particular topics only. Contact that is wholly on a "
                "different topic is answered.",
                "Answer it normally, or say that you are unsure and ask your manager.",
            )


def _on_another_topic(scene: Scene, contact: Contact) -> Refused:
    if scene.policy.disengagement.refuse_other_topics:
        return _not(
            "complete-disengagement",
            "We have disengaged from this customer completely, so contact on other topics is not "
            "answered either.",
            "Do not answer it, or reissue the disengagement notice.",
        )
    actor = scene.people.get(scene.actor)
    absence = actor.absence_on(scene.today) if actor else None
    if absence and scene.actor in contact.managers:
        return _not(
            "away",
            f"You are recorded as away until {say_day(absence.last)}, so somebody else decides "
            "this.",
            "If you are here after all, take the absence back.",
            section=RESPONSIBILITIES,
        )
    return _not(
        "manager-decides-other-topics",
        "We have disengaged from this customer completely. Only a manager who was asked, or their "
        "deputy while they are away, and who did not get the contact themselves, can decide that "
        "contact on a wholly different topic is answered, on that topic alone.",
        "Ask your manager.",
    )


def _not(rule: str, message: str, remedy: str, section: str = STAGE_6) -> Refused:
    return refuse(rule, message, remedy, section=section, field="response")
