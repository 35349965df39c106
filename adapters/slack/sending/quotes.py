"""What Slack shows us of a channel: a message again when somebody wants to report it, for we keep
none, and whether we hear what is said there at all."""

import asyncio
import logging
from typing import Any, Final

from adapters.slack.carrying.spots import Spot
from adapters.slack.reading.message import moment
from adapters.slack.reading.message_text import message_text
from adapters.slack.sending.faults import code
from adapters.slack.sending.web import Web
from bot.views.answer import QuotedMessage

Json = dict[str, Any]
log = logging.getLogger(__name__)

_SECONDS: Final = 0.8
"""The form must be open within three seconds of the press."""
_LATER: Final = "9999999999"
"""After every message, so that none is read."""
_NOT_THERE: Final = frozenset({"channel_not_found", "not_in_channel"})
_DELETED: Final = "tombstone"
"""What Slack shows in the place of a message that has replies."""


class SlackQuotes:
    """Implements ``bot.views.ports.Quotes``. ``seconds``: how long Slack may take."""

    def __init__(self, web: Web, seconds: float = _SECONDS) -> None:
        self._web = web
        self._seconds = seconds

    async def quote(self, place: str) -> QuotedMessage | None:
        """``None`` also where anything fails: the form is better empty than late."""
        spot = Spot.read(place)
        if not spot.message:
            return None
        try:
            async with asyncio.timeout(self._seconds):
                found = await self._found(spot)
                text = message_text(found) if found else ""
                return QuotedMessage(text, moment(spot.message)) if text else None
        except Exception as error:
            log.warning("could not read a message again: %s", code(error))
            return None

    async def hears(self, channel: str) -> bool:
        """Slack takes commands in every channel, and tells only members what is said there."""
        try:
            await self._web.client.conversations_history(channel=channel, limit=1, oldest=_LATER)
        except Exception as error:
            return code(error) not in _NOT_THERE
        return True

    async def _found(self, spot: Spot) -> Json | None:
        only: Json = {"oldest": spot.message, "latest": spot.message, "inclusive": True, "limit": 2}
        if spot.message == spot.thread:
            answer = await self._web.client.conversations_history(channel=spot.channel, **only)
        else:
            answer = await self._web.client.conversations_replies(
                channel=spot.channel, ts=spot.thread, **only
            )
        told: list[Json] = answer.get("messages") or []
        wanted = (message for message in told if message.get("ts") == spot.message)
        return next((message for message in wanted if message.get("subtype") != _DELETED), None)
