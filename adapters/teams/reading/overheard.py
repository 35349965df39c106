"""Reads what people say in channels without a mention of us: Teams tells it where a team's owner
has consented (``ChannelMessage.Read.Group``)."""

from typing import Final

from adapters.chat.payloads import optional_text, text
from adapters.teams.names import PLATFORM
from adapters.teams.reading.message import mentions_us, moment
from adapters.teams.reading.message_text import message_text
from adapters.teams.reading.payloads import Scope, Turn
from bot.views.answer import Overheard

_SHARED: Final = "shared"
"""Channels that people of other organisations may read."""


def is_addressed(turn: Turn) -> bool:
    """Whether a message is for us; in a channel it is only with a mention of us.

    An old client sends a press of a button of ours as a message with a value.
    """
    in_company = turn.scope is Scope.CHANNEL
    return not in_company or mentions_us(turn) or turn.body.get("value") is not None


def overheard(turn: Turn) -> Overheard | None:
    """``None`` for what is not to be looked at. An edit has the id of the message it changes."""
    is_shared = optional_text(turn.body, "channelData", "channel", "type") == _SHARED
    if turn.scope is not Scope.CHANNEL or is_shared or turn.user == turn.bot or mentions_us(turn):
        return None
    message = text(turn.body, "id")
    return Overheard(
        platform=PLATFORM,
        channel=turn.root,
        place=turn.thread,
        message=f"{turn.root}:{message}",
        text=message_text(turn.body),
        sent_at=moment(turn.body, "timestamp"),
    )
