"""Told to somebody who is not, or no longer, in the staff directory."""

from bot.conversation.office import Office
from bot.views.card import Card, Note, Paragraph, Tone

HOW = (
    "Ask your administrator to add you, with your work mail address, to the staff directory: "
    "ucb staff import"
)


def card(office: Office) -> Card:
    return Card(
        title="I do not know you yet",
        summary="You are not in the staff directory yet.",
        blocks=(
            Paragraph(
                "I can only talk about customers with colleagues in the staff directory, and I "
                "could not find you there."
            ),
            Paragraph(f"{HOW}. Then try again: nothing else is needed."),
            Note(f"Questions about the policy: {office.policy.contact}"),
        ),
        tone=Tone.CAUTION,
    )
