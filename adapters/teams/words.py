"""What the adapter itself has to say. Everything else is said by the conversation."""

from typing import Final

from adapters.chat.words import NOT_ACCEPTED
from bot.views.answer import Problems
from bot.views.card import Bullets, Card, Paragraph, Tone

OTHER_TENANT: Final = (
    "This bot serves colleagues in its own organisation only. "
    "Ask a colleague there to do this for you. Nothing was changed."
)
NOT_A_COLLEAGUE: Final = (
    "Only colleagues with a full account in this organisation can use this bot. "
    "Guests, external people and bots cannot. Nothing was changed."
)
NOT_INSTALLED: Final = (
    "We could not check who you are, because you have not added this app for yourself. "
    "Open Apps, find UCB, choose Add, then try again. Nothing was changed."
)
UNSURE: Final = (
    "We could not check with Teams who you are. Nothing was changed. Try again in a minute."
)
STALE: Final = "This button or form is too old, or damaged. Run the command again to get a new one."
ANSWERED_PRIVATELY: Final = "I have answered you in our private chat."
ADD_ME_FIRST: Final = (
    "The answer is for you alone, and we have no private chat yet. "
    "Open Apps, find UCB, choose Add, then ask again."
)
STILL_WORKING: Final = (
    "This takes a little longer. You can close this: the outcome will appear in our private chat."
)
DONE: Final = "Done. You can close this."


def done() -> Card:
    return Card("Done", "Done.", (Paragraph("Done. It is recorded."),), tone=Tone.GOOD)


def hello(command: str) -> Card:
    words = f"Type “help” to me in a private chat, or mention me here with “{command} help”."
    return Card("UCB is here", "UCB was added.", (Paragraph(words),))


def opener(title: str) -> Card:
    """Stands for a form, which Teams opens only when a person presses a button."""
    return Card(title, title, (Paragraph("Press the button to fill in the form."),))


def unsent(title: str, problems: Problems) -> Card:
    """A form that was not accepted after its dialog was closed."""
    told = tuple(filter(None, (problems.general, *problems.fields.values())))
    return Card(
        title,
        "A form needs a change. What you entered was kept.",
        (Paragraph(NOT_ACCEPTED), Bullets(told)),
        tone=Tone.CAUTION,
    )
