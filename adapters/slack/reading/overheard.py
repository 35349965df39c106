"""Reads the Events API's ``message`` events: what people and programs say in channels."""

from collections.abc import Collection
from typing import Final

from adapters.chat.payloads import Body, mapping, mappings, optional_text, text
from adapters.slack.carrying.spots import Spot
from adapters.slack.names import PLATFORM
from adapters.slack.reading.message import moment
from adapters.slack.reading.message_text import message_text
from bot.views.answer import Overheard

_CHANNELS: Final = frozenset({"channel", "group"})
"""Public and private channels. Direct messages of any kind are nobody's business."""
_SAID: Final = frozenset({"", "bot_message", "file_share", "me_message", "thread_broadcast"})
_CHANGED: Final = "message_changed"
"""All other kinds tell of people coming and going, of deletions, of the channel itself."""


def overheard(body: Body, own: Collection[str]) -> Overheard | None:
    """``own``: our ids as a bot and as a user. ``None`` for what is not to be looked at: our own
    messages, direct ones, and channels in which people of another organisation would read us.

    An edit has the id of the message that it changes.
    """
    event = mapping(body, "event")
    if event.get("channel_type") not in _CHANNELS or body.get("is_ext_shared_channel"):
        return None
    kind = optional_text(event, "subtype")
    message = mapping(event, "message") if kind == _CHANGED else event
    if optional_text(message, "subtype") not in _SAID or _is_ours(body, message, own):
        return None
    channel, ts = text(event, "channel"), text(message, "ts")
    return Overheard(
        platform=PLATFORM,
        channel=channel,
        place=Spot(channel, optional_text(message, "thread_ts") or ts, ts).written(),
        message=f"{channel}:{ts}",
        text=message_text(message),
        sent_at=moment(ts),
    )


def _is_ours(body: Body, message: Body, own: Collection[str]) -> bool:
    """By whichever id Slack names us: it does not always tell all of them."""
    app = optional_text(body, "api_app_id")
    posted_by = {optional_text(message, "app_id"), optional_text(message, "bot_profile", "app_id")}
    if app and app in posted_by:
        return True
    ours = {
        optional_text(each, "user_id")
        for each in mappings(body, "authorizations")
        if each.get("is_bot") is True
    }
    said_by = {optional_text(message, "bot_id"), optional_text(message, "user")} - {""}
    return not said_by.isdisjoint(ours.union(own))
