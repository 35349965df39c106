"""conversations.*: channels and direct conversations."""

import re
from typing import Final

from adapters.playground.errors import SlackError
from adapters.playground.local_slack import LocalSlack
from adapters.playground.payloads import message_object
from adapters.playground.web_api.arguments import Arguments
from adapters.playground.workspace import BOT_USER, Json, direct

_NEWEST: Final = "9"
_TS: Final = re.compile(r"\d{1,10}(\.\d{1,6})?")


async def open_conversation(slack: LocalSlack, arguments: Arguments) -> Json:
    channel = arguments.text("channel")
    if channel:
        _known(slack, channel)
        if slack.workspace.room(channel):
            raise SlackError("method_not_supported_for_channel_type")
    else:
        channel = direct(_one_person(slack, arguments))
    shown = _channel(slack, channel) if arguments.flag("return_im") else {"id": channel}
    return {"no_op": True, "already_open": True, "channel": shown}


async def info(slack: LocalSlack, arguments: Arguments) -> Json:
    return {"channel": _channel(slack, _known(slack, arguments.required("channel")))}


async def members(slack: LocalSlack, arguments: Arguments) -> Json:
    channel = _known(slack, arguments.required("channel"))
    everybody = [*slack.workspace.audience(channel), BOT_USER]
    return {"members": everybody, "response_metadata": {"next_cursor": ""}}


async def history(slack: LocalSlack, arguments: Arguments) -> Json:
    channel = _known(slack, arguments.required("channel"))
    oldest, latest = _ts(arguments, "oldest", "0"), _ts(arguments, "latest", _NEWEST)
    limit = arguments.number("limit", 100)
    if not 1 <= limit <= 999:
        raise SlackError("invalid_limit")
    cursor = arguments.text("cursor")
    if cursor and not _TS.fullmatch(cursor):
        raise SlackError("invalid_cursor")
    found = slack.messages.history(
        channel,
        oldest,
        cursor or latest,
        limit + 1,
        inclusive=arguments.flag("inclusive") and not cursor,
    )
    page, more = found[:limit], len(found) > limit
    with_metadata = arguments.flag("include_all_metadata")
    return {
        "messages": [
            message_object(slack.workspace, message, with_metadata=with_metadata)
            for message in page
        ],
        "has_more": more,
        "pin_count": 0,
        "response_metadata": {"next_cursor": page[-1].ts if more else ""},
    }


async def replies(slack: LocalSlack, arguments: Arguments) -> Json:
    """The message itself and what stands beneath it, oldest first, all on one page."""
    channel = _known(slack, arguments.required("channel"))
    oldest, latest = _ts(arguments, "oldest", "0"), _ts(arguments, "latest", _NEWEST)
    named = slack.messages.find(channel, arguments.required("ts"))
    if named is None:
        raise SlackError("thread_not_found")
    beneath = slack.messages.replies(channel, named.thread or named.ts)
    wanted = [message for message in beneath if oldest <= message.ts <= latest]
    with_metadata = arguments.flag("include_all_metadata")
    return {
        "messages": [
            message_object(slack.workspace, message, with_metadata=with_metadata)
            for message in (named, *wanted)
        ],
        "has_more": False,
        "response_metadata": {"next_cursor": ""},
    }


def _one_person(slack: LocalSlack, arguments: Arguments) -> str:
    named = arguments.values.get("users")
    users = named if isinstance(named, list) else arguments.text("users").split(",")
    users = [user.strip() for user in users if user.strip()]
    if not users:
        raise SlackError("users_list_not_supplied")
    if any(slack.workspace.seat(user) is None for user in users):
        raise SlackError("user_not_found")
    if len(users) > 1:
        raise SlackError("invalid_user_combination")
    return str(users[0])


def _ts(arguments: Arguments, name: str, default: str) -> str:
    ts = arguments.text(name)
    if not ts:
        return default
    if not _TS.fullmatch(ts):
        raise SlackError(f"invalid_ts_{name}")
    seconds, _, fraction = ts.partition(".")
    return f"{int(seconds):010d}.{fraction:0<6}"


def _known(slack: LocalSlack, channel: str) -> str:
    if not slack.workspace.knows(channel):
        raise SlackError("channel_not_found")
    return channel


def _channel(slack: LocalSlack, channel: str) -> Json:
    partner = slack.workspace.partner(channel)
    if partner:
        return {"id": channel, "is_im": True, "is_channel": False, "user": partner.user}
    room = slack.workspace.room(channel)
    purpose = room.purpose if room else ""
    return {
        "id": channel,
        "name": slack.workspace.channel_name(channel),
        "is_im": False,
        "is_channel": True,
        "is_private": False,
        "is_archived": False,
        "is_member": True,
        "purpose": {"value": purpose},
    }


METHODS: Final = {
    "conversations.open": open_conversation,
    "conversations.info": info,
    "conversations.members": members,
    "conversations.history": history,
    "conversations.replies": replies,
}
