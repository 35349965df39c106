"""What a person types: chat messages and commands."""

from typing import Final

from adapters.playground.content import MOST_CHARACTERS
from adapters.playground.errors import SlackError
from adapters.playground.line import BotFailed
from adapters.playground.local_slack import LocalSlack
from adapters.playground.page_api.asking import Ask, PageError
from adapters.playground.replies import post_reply
from adapters.playground.workspace import Json

_COMMAND_FAULTS: Final = {
    "http_timeout": "operation_timeout",
    "http_error": "dispatch_failed",
    "connection_failed": "dispatch_failed",
    "invalid_response": "invalid_command_response",
}


async def message(slack: LocalSlack, ask: Ask) -> Json:
    seat, channel = ask.seat(slack), ask.channel(slack)
    text = ask.text("text").strip()
    if not text:
        raise PageError("Type a message first.")
    if len(text) > MOST_CHARACTERS:
        raise PageError(f"A message can have {MOST_CHARACTERS:,} characters at most.")
    said = slack.messages.post(channel, seat.user, escaped(text))
    event = slack.payloads.message_event(said)
    kind = "message.im" if slack.workspace.partner(channel) else "message.channels"
    if kind in slack.workspace.subscribed:
        slack.events.announce(event)
    return {"ts": said.ts}


async def command(slack: LocalSlack, ask: Ask) -> Json:
    seat, channel, name = ask.seat(slack), ask.channel(slack), ask.text("command")
    if name != slack.workspace.command.command:
        raise PageError(f"{name} is not a valid command.", 404)
    fields = slack.payloads.command(
        seat, channel, name, escaped(ask.text("text").strip()), ask.base
    )
    try:
        answer = await slack.sender.command(fields)
        reply = answer.json() if answer.body.lstrip().startswith("{") else {"text": answer.body}
        if reply.get("text") or reply.get("blocks"):
            post_reply(slack.messages, channel, seat.user, reply)
    except BotFailed as failed:
        raise _failed(name, _COMMAND_FAULTS[failed.reason]) from None
    except SlackError:
        raise _failed(name, "invalid_command_response") from None
    return {}


def escaped(text: str) -> str:
    """As Slack stores what people type."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _failed(command: str, fault: str) -> PageError:
    return PageError(f'{command} failed with the error "{fault}"', 502)


HANDLERS: Final = {"message": message, "command": command}
