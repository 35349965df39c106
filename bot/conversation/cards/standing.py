"""What is in force and what may be done now, fit for a channel (stage 3)."""

from collections.abc import Sequence

from bot.conversation.words.sentences import ended
from bot.views.card import Block, Item, Paragraph, Tone
from core.case.guidance import Guidance, Verdict, overall

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


def guidance_blocks(answers: Sequence[Guidance]) -> tuple[Block, ...]:
    if not answers:
        return (Paragraph("Nothing is in force. Deal with the contact as with anyone's."),)
    return tuple(
        Item(title=answer.label, text=f"{ended(answer.permitted)} {ended(answer.advice)}".strip())
        for answer in answers
    )
