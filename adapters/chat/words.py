"""What every room has to say alike. Everything else is said by the conversation."""

from typing import Final

from bot.views.answer import Problems
from bot.views.card import Card, Paragraph, Tone

SIGNS: Final = {Tone.INFO: "ℹ️", Tone.GOOD: "✅", Tone.CAUTION: "⚠️", Tone.DANGER: "⛔"}
NOT_ACCEPTED: Final = "There is a problem. What you entered was kept."
"""Above a form that is shown again."""


def sorry(reference: str) -> str:
    return (
        "Something went wrong and nothing was changed. Try again. "
        f"If it happens again, tell your administrator this reference: {reference}."
    )


def refusal(words: str) -> Card:
    return Card("Not possible", words, (Paragraph(words),), tone=Tone.CAUTION)


def said(problems: Problems) -> str:
    """In one text, for where no field can be marked."""
    words = [problems.general, *problems.fields.values()]
    return "\n".join(filter(None, words)) or "That was not possible."


def cut_short(command: str) -> str:
    """``command``: where the rest stands."""
    return (
        f"This is cut short here. What was written is shown in full in {command} timeline, and "
        f"what is in force in {command} check."
    )
