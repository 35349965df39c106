"""What the adapter itself has to say. Everything else is said by the conversation."""

from typing import Final

from bot.views.card import Card, Paragraph, Tone

OTHER_WORKSPACE: Final = (
    "This bot serves colleagues in its own workspace only. "
    "Ask a colleague there to do this for you. Nothing was changed."
)
NOT_A_COLLEAGUE: Final = (
    "Only colleagues with a full account in this workspace can use this bot. "
    "Guests, external people, bots and closed accounts cannot. Nothing was changed."
)
UNSURE: Final = (
    "We could not check with Slack who you are. Nothing was changed. Try again in a minute."
)
TOO_LATE: Final = (
    "That took too long, so Slack did not let us open the form. "
    "Nothing was lost and nothing was changed. Try again."
)
NOT_SHOWN: Final = (
    "Slack did not let us show you the answer. What you did may have been recorded: "
    "look at the timeline of the case before you try again."
)
WINDOWS: Final = "Too many windows are open. Close one and try again. Nothing was changed."


def working() -> Card:
    words = "This takes a little longer. You can leave this open: the outcome will appear here."
    return Card("Still working", words, (Paragraph(words),))


def done() -> Card:
    return Card("Done", "Done.", (Paragraph("Done. You can close this."),), tone=Tone.GOOD)
