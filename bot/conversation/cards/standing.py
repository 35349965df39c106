"""What is in force and what may be done now, fit for a channel (stage 3)."""

from collections.abc import Sequence

from bot.conversation.words.sentences import ended
from bot.views.card import Block, Item, Note, Paragraph, Tone
from core.case.guidance import Guidance, Verdict, overall, standing_exception, together
from core.policy.model import Policy

_WORDS = {
    Verdict.ALLOWED: "This contact may happen now",
    Verdict.DEPENDS: "This contact may happen on conditions",
    Verdict.NOT_NOW: "This contact may not happen now",
}
_TONES = {
    Verdict.ALLOWED: Tone.GOOD,
    Verdict.DEPENDS: Tone.CAUTION,
    Verdict.NOT_NOW: Tone.DANGER,
}


def verdict_title(answers: Sequence[Guidance]) -> str:
    return _WORDS[overall(answers)]


def verdict_tone(answers: Sequence[Guidance]) -> Tone:
    return _TONES[overall(answers)]


def guidance_blocks(
    policy: Policy, answers: Sequence[Guidance], *, private: bool = False
) -> tuple[Block, ...]:
    """Of all that binds somebody together.

    ``private``: for a reader who may know what was agreed, with whom, on which topics.
    """
    if not answers:
        return (Paragraph("Nothing is in force. Deal with the contact as with anyone's."),)
    return (*guidance_items(answers, private=private), exception_note(policy))


def guidance_items(answers: Sequence[Guidance], *, private: bool = False) -> tuple[Block, ...]:
    return tuple(_item(answer, private) for answer in together(answers))


def exception_note(policy: Policy) -> Note:
    """The rights that nothing in force touches stand in every alert."""
    return Note(standing_exception(policy))


def _item(answer: Guidance, private: bool) -> Item:
    parts = (answer.permitted, answer.advice, answer.private if private else "")
    return Item(answer.label, " ".join(ended(part) for part in parts if part))
