"""Takes the Events API's events: what is said in channels, and that we were thrown out.

A message is acknowledged once it was looked at and what came of that is kept. Where this fails or
takes longer than the budget, Slack is told that it was not taken: it sends the message up to three
times more, and one that was looked at meanwhile changes nothing.
"""

import logging
from collections.abc import Collection
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse

from adapters.chat.overhearing import Overhearing
from adapters.chat.payloads import text
from adapters.slack.names import LIFE_EVENTS
from adapters.slack.reading.overheard import overheard
from adapters.slack.reading.payloads import from_workspace

Json = dict[str, Any]
log = logging.getLogger(__name__)


class Listening:
    """``own``: the ids Slack knows us by, as far as we know them."""

    def __init__(self, team: str, overhearing: Overhearing) -> None:
        self._team = team
        self._overhearing = overhearing
        self.own: Collection[str] = ()

    async def event(self, ack: AsyncAck, body: Json) -> BoltResponse:
        kind = text(body, "event", "type")
        if kind in LIFE_EVENTS:
            log.warning("Slack tells of %s", kind)
        elif kind == "message" and from_workspace(body, self._team):
            message = overheard(body, self.own)
            if message and not await self._overhearing.kept(message):
                return BoltResponse(status=503, body="")
        return await ack()
