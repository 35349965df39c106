"""The names by which Slack and this adapter know each other's things.

The app manifest states the same; a test keeps the two agreed.
"""

from typing import Final

PLATFORM: Final = "slack"
COMMAND: Final = "/ucb"
PATH: Final = "/slack/events"

REPORT_MESSAGE: Final = "report_message"
REPORT_INCIDENT: Final = "report_incident"

BOT_SCOPES: Final = (
    "channels:history",
    "chat:write",
    "commands",
    "groups:history",
    "im:history",
    "im:write",
    "users:read",
    "users:read.email",
)
"""Histories are read to find a message of our own whose arrival is in doubt, and a message that
somebody reports; and Slack tells of messages in channels only who may read them."""

LIFE_EVENTS: Final = ("app_uninstalled", "tokens_revoked")
MESSAGE_EVENTS: Final = ("message.channels", "message.groups")
"""What is said in public and in private channels that the bot was invited to."""
BOT_EVENTS: Final = tuple(sorted((*LIFE_EVENTS, *MESSAGE_EVENTS)))

FORM: Final = "ucb_form"
CARD: Final = "ucb_card"
METADATA: Final = "ucb_message"

_PRESS: Final = "press"
_SUGGEST: Final = "suggest"
_FIELD: Final = "field"


def press_id(index: int, action: str) -> str:
    """``index`` keeps two buttons of one action apart, as Slack asks."""
    return f"{_PRESS}/{index}/{action}"


def pressed(action_id: str) -> str | None:
    """The action of a button of ours; ``None`` for anything else."""
    kind, _, rest = action_id.partition("/")
    _, found, action = rest.partition("/")
    return action if kind == _PRESS and found else None


def suggest_id(source: str) -> str:
    return f"{_SUGGEST}/{source}"


def suggested(action_id: str) -> str | None:
    kind, found, source = action_id.partition("/")
    return source if kind == _SUGGEST and found else None


def field_id(name: str, revision: int) -> str:
    """Slack keeps an input's old entry when a view is redrawn with the same block id, so every
    redrawing counts ``revision`` up."""
    return f"{_FIELD}/{revision}/{name}"


def field_name(block_id: str) -> str | None:
    kind, _, rest = block_id.partition("/")
    _, found, name = rest.partition("/")
    return name if kind == _FIELD and found else None
