"""The names by which Teams and this adapter know each other's things.

The app manifest states the same; a test keeps the two agreed.
"""

from typing import Final

PLATFORM: Final = "teams"
CHANNEL: Final = "msteams"
"""The Bot Framework's name for Teams."""
PATH: Final = "/api/messages"
COMMAND: Final = "/ucb"

REPORT_MESSAGE: Final = "reportMessage"
REPORT_INCIDENT: Final = "reportIncident"
"""Commands of the message extension."""

HEAR_CHANNELS: Final = "ChannelMessage.Read.Group"
"""What a team's owner consents to by adding the app: Teams tells us what is said in its standard
channels without a mention of us."""

DATA: Final = "ucb"
"""Where in an action's data our own part stands; see ``deed``."""
PRESS: Final = "press"
PERSONAL: Final = "personal"
"""Verbs of ``Action.Execute``."""
FETCH: Final = "task/fetch"
"""Opens a dialog: what a button says, and what comes when it is pressed."""
ADAPTIVE_CARD: Final = "application/vnd.microsoft.card.adaptive"

_ENTRY: Final = "entry/"
DATE: Final = "/date"
TIME: Final = "/time"


def entry_id(name: str) -> str:
    """The id of the input for a field; a moment has two, with ``DATE`` and ``TIME`` behind."""
    return f"{_ENTRY}{name}"


def is_entry(key: str) -> bool:
    return key.startswith(_ENTRY)
