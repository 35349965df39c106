"""Delivers outbox messages to Slack."""

from typing import Any, Final

from adapters.chat.recent import Recent
from adapters.slack.carrying.spots import Spot
from adapters.slack.names import METADATA
from adapters.slack.rendering.card import message
from adapters.slack.sending.faults import delivery_failed
from adapters.slack.sending.waits import Waits
from adapters.slack.sending.web import Web
from bot.views.card import Card
from bot.views.ports import Address, Posted

Json = dict[str, Any]

_INERT: Final[Json] = {"parse": "none", "link_names": False}
_PAGES: Final = 3
_PAGE: Final = 100
_KNOWN: Final = 5000


class SlackCourier:
    """Implements ``bot.views.ports.Courier``. A place that names a message is beneath it; see
    ``spots``. ``own_bot``: our bot id, "" until it is known.
    """

    def __init__(self, web: Web, command: str, waits: Waits | None = None) -> None:
        self._web = web
        self._command = command
        self._conversations = Recent[str, str](_KNOWN)
        self._waits = waits or Waits()
        self.own_bot = ""

    async def post(self, to: Address, card: Card, key: str) -> Posted:
        spot = await self._spot(to)
        self._waits.check(spot.channel)
        try:
            answer = await self._web.client.chat_postMessage(
                channel=spot.channel,
                **message(card, self._command),
                **_INERT,
                thread_ts=spot.thread or None,
                metadata=_metadata(key),
                mrkdwn=False,
                unfurl_links=False,
                unfurl_media=False,
            )
            return Posted(str(answer["channel"]), str(answer["ts"]))
        except Exception as error:
            failed = delivery_failed(error, posting=True)
            raise self._waits.note(spot.channel, failed) from None

    async def redraw(self, posted: Posted, card: Card, key: str) -> None:
        try:
            await self._web.client.chat_update(
                channel=posted.place,
                ts=posted.message,
                **message(card, self._command),
                **_INERT,
                metadata=_metadata(key),
            )
        except Exception as error:
            raise delivery_failed(error, posting=False) from None

    async def find(self, to: Address, key: str) -> Posted | None:
        """Looks through the newest messages only: a parcel in doubt is never old."""
        spot = await self._spot(to)
        cursor: str | None = None
        for _ in range(_PAGES):
            try:
                answer = await self._page(spot, cursor)
                page = answer.get("messages") or []
                for found in page:
                    if self._is_ours(found, key):
                        return Posted(spot.channel, str(found["ts"]))
                cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            except Exception as error:
                raise delivery_failed(error, posting=False) from None
            if not cursor:
                return None
        return None

    async def _page(self, spot: Spot, cursor: str | None) -> Any:
        page: Json = {"limit": _PAGE, "cursor": cursor, "include_all_metadata": True}
        if spot.thread:
            return await self._web.client.conversations_replies(
                channel=spot.channel, ts=spot.thread, **page
            )
        return await self._web.client.conversations_history(channel=spot.channel, **page)

    async def _spot(self, to: Address) -> Spot:
        return Spot(await self._channel(to)) if to.is_person else Spot.read(to.place)

    async def _channel(self, to: Address) -> str:
        """The conversation with a person, opened the first time."""
        if known := self._conversations.get(to.place):
            self._conversations.move_to_end(to.place)
            return known
        try:
            answer = await self._web.client.conversations_open(users=to.place)
            channel = str(answer["channel"]["id"])
        except Exception as error:
            raise delivery_failed(error, posting=False) from None
        self._conversations.put(to.place, channel)
        return channel

    def _is_ours(self, found: Json, key: str) -> bool:
        """Other apps can put anything into the metadata of their own messages."""
        metadata = found.get("metadata") or {}
        payload = metadata.get("event_payload") or {}
        if metadata.get("event_type") != METADATA or payload.get("key") != key:
            return False
        return not self.own_bot or found.get("bot_id", self.own_bot) == self.own_bot


def _metadata(key: str) -> Json:
    return {"event_type": METADATA, "event_payload": {"key": key}}
