"""What every room has to say alike. Everything else is said by the conversation."""

from bot.views.card import Card, Paragraph, Tone


def sorry(reference: str) -> str:
    return (
        "Something went wrong and nothing was changed. Try again. "
        f"If it happens again, tell your administrator this reference: {reference}."
    )


def refusal(words: str) -> Card:
    return Card("Not possible", words, (Paragraph(words),), tone=Tone.CAUTION)
