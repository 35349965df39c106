"""What a disengagement says about a contact (stages 5 and 6)."""

from core.case.guidance.answer import Answer, Verdict
from core.case.state import Disengagement
from core.vocabulary.wording import listed


def disengagement_label(disengagement: Disengagement) -> str:
    if disengagement.is_complete:
        return "Disengaged completely"
    return "Disengaged on particular topics"


def disengagement_answer(disengagement: Disengagement) -> Answer:
    """Topics may say more of a person than a channel should know."""
    if disengagement.is_complete:
        return Answer(
            Verdict.NOT_NOW,
            "No contact.",
            "Do not answer. Log the contact, then say what was done about it.",
            is_complete=True,
        )
    topics = listed(f"“{topic}”" for topic in disengagement.topics)
    return Answer(
        Verdict.DEPENDS,
        "Contact on anything but the particular topics, and what is similar to them.",
        "Is it on the same or a similar topic? Then do not answer. Is it wholly different? Then "
        "answer it as usual. If you are unsure, ask a manager before you answer.",
        f"Disengaged on {topics}.",
    )
