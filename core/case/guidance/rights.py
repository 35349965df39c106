"""Nothing in force ever touches the rights that the law gives everybody (Scope)."""

from dataclasses import replace

from core.case.guidance.answer import Answer, Verdict
from core.policy.model import Policy
from core.vocabulary.wording import listed


def for_a_right(answer: Answer) -> Answer:
    """The same measure, for contact about such a right."""
    return replace(
        answer,
        verdict=Verdict.ALLOWED,
        advice="This is about a right that nothing in force touches. Answer it as you would for "
        "anyone, and nothing else that comes with it.",
        is_complete=False,
    )


def standing_exception(policy: Policy) -> str:
    """The exception that stands beside everything in force, as a sentence for every alert."""
    rights = listed((right.label for right in policy.statutory_rights), "or")
    return f"Whatever is in force, always deal with {rights}."
