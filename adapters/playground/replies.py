"""Answers to what a person just did: in the acknowledgement of a command, or by response_url."""

from typing import Any

from adapters.playground.content import checked_content
from adapters.playground.errors import SlackError
from adapters.playground.messages import Message, Messages
from adapters.playground.workspace import BOT_USER, Json


def post_reply(messages: Messages, channel: str, seat: str, reply: Json) -> Message:
    """Ephemeral, unless it says ``"response_type": "in_channel"``."""
    content = checked_content(reply.get("text"), reply.get("blocks"))
    if reply.get("response_type") == "in_channel":
        return messages.post(channel, BOT_USER, content.text or "", content.blocks or ())
    return messages.whisper(channel, seat, content.text or "", content.blocks or ())


def rewrite_with(messages: Messages, original: Message, text: Any, blocks: Any) -> Message:
    """Text without blocks takes the blocks away, blocks without text leave the text."""
    content = checked_content(text, blocks)
    if content.blocks is None:
        return messages.rewrite(original, text=content.text or "", blocks=(), edited=True)
    new_text = original.text if content.text is None else content.text
    return messages.rewrite(original, text=new_text, blocks=content.blocks)


def carry_out(
    messages: Messages, channel: str, seat: str, original: Message | None, reply: Json
) -> None:
    """What was posted to a response_url. ``original``: the message the person acted on."""
    if reply.get("delete_original") is True:
        if original is None:
            raise SlackError("message_not_found")
        messages.remove(original)
    elif reply.get("replace_original") is True and original is not None:
        rewrite_with(messages, original, reply.get("text"), reply.get("blocks"))
    else:
        post_reply(messages, channel, seat, reply)
