"""How a refusal is told: kindly, with the remedy and the policy's section."""

from bot.views.answer import Problems
from bot.views.card import Card, Note, Paragraph, Tone
from bot.views.form import Values
from core.vocabulary.refusal import Refusal


def refused_card(refusal: Refusal) -> Card:
    blocks = [Paragraph(text) for text in (refusal.message, refusal.remedy) if text]
    section = (Note(f"Policy: {refusal.section}"),) if refusal.section else ()
    return Card(
        title="The policy does not allow this" if refusal.section else "That did not work",
        summary="It was not done. The reason is in this message.",
        blocks=(*blocks, *section),
        tone=Tone.CAUTION,
    )


def refused_problems(refusal: Refusal, values: Values) -> Problems:
    """Beside the field that is at fault, when the form has it; for the whole form otherwise."""
    words = " ".join(text for text in (refusal.message, refusal.remedy) if text)
    if refusal.section:
        words = f"{words} (Policy: {refusal.section})"
    if refusal.field is not None and refusal.field in values:
        return Problems(fields={refusal.field: words})
    return Problems(general=words)
