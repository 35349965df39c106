"""chat.*: what the bot says."""

import re
from typing import Final

from adapters.playground.content import checked_content, checked_metadata
from adapters.playground.errors import SlackError
from adapters.playground.local_slack import LocalSlack
from adapters.playground.messages import Message
from adapters.playground.payloads import message_object
from adapters.playground.replies import rewrite_with
from adapters.playground.web_api.arguments import Arguments
from adapters.playground.workspace import BOT_USER, Json, direct

_TS: Final = re.compile(r"\d{1,10}\.\d{6}")


async def post_message(slack: LocalSlack, arguments: Arguments) -> Json:
    channel = _place(slack, arguments.required("channel"))
    content = checked_content(
        arguments.values.get("text"), arguments.structure("blocks", "invalid_blocks_format")
    )
    metadata = checked_metadata(arguments.structure("metadata", "invalid_metadata_format"))
    message = slack.messages.post(
        channel,
        BOT_USER,
        content.text or "",
        content.blocks or (),
        metadata,
        thread=_thread(slack, arguments, channel),
    )
    return {
        "channel": channel,
        "ts": message.ts,
        "message": message_object(slack.workspace, message, with_metadata=True),
    }


async def update(slack: LocalSlack, arguments: Arguments) -> Json:
    message = _own(slack, arguments, "cant_update_message")
    blocks = arguments.structure("blocks", "invalid_blocks_format")
    if arguments.has("metadata"):
        metadata = checked_metadata(arguments.structure("metadata", "invalid_metadata_format"))
        only_metadata = not arguments.has("text") and blocks is None
        message = slack.messages.rewrite(message, metadata=metadata)
        if only_metadata:
            return _updated(slack, message)
    return _updated(
        slack, rewrite_with(slack.messages, message, arguments.values.get("text"), blocks)
    )


async def post_ephemeral(slack: LocalSlack, arguments: Arguments) -> Json:
    channel = _known(slack, arguments.required("channel"))
    user = arguments.required("user")
    if not slack.workspace.seat(user) or not slack.workspace.can_see(user, channel):
        raise SlackError("user_not_in_channel")
    content = checked_content(
        arguments.values.get("text"), arguments.structure("blocks", "invalid_blocks_format")
    )
    message = slack.messages.whisper(channel, user, content.text or "", content.blocks or ())
    return {"message_ts": message.ts}


async def delete(slack: LocalSlack, arguments: Arguments) -> Json:
    message = _own(slack, arguments, "cant_delete_message")
    slack.messages.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def _updated(slack: LocalSlack, message: Message) -> Json:
    return {
        "channel": message.channel,
        "ts": message.ts,
        "text": message.text,
        "message": message_object(slack.workspace, message, with_metadata=True),
    }


def _place(slack: LocalSlack, named: str) -> str:
    """A channel's id or name, a direct conversation's id, or a person's id."""
    if slack.workspace.seat(named):
        return direct(named)
    for room in slack.workspace.rooms:
        if named.removeprefix("#") == room.name:
            return room.id
    return _known(slack, named)


def _thread(slack: LocalSlack, arguments: Arguments, channel: str) -> str:
    """Beneath which message; a reply to a reply stands beneath the same."""
    ts = arguments.text("thread_ts")
    if ts and not _TS.fullmatch(ts):
        raise SlackError("invalid_thread_ts")
    above = slack.messages.find(channel, ts) if ts else None
    return above.thread or ts if above else ts


def _known(slack: LocalSlack, channel: str) -> str:
    if not slack.workspace.knows(channel):
        raise SlackError("channel_not_found")
    return channel


def _own(slack: LocalSlack, arguments: Arguments, refusal: str) -> Message:
    """The bot's own message that is to be changed."""
    channel = _known(slack, arguments.required("channel"))
    message = slack.messages.find(channel, arguments.required("ts"))
    if message is None:
        raise SlackError("message_not_found")
    if not message.by_bot:
        raise SlackError(refusal)
    return message


METHODS: Final = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.postEphemeral": post_ephemeral,
    "chat.delete": delete,
}
