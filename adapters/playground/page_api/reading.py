"""What a person sees."""

from typing import Final

from adapters.playground.local_slack import LocalSlack
from adapters.playground.messages import Message
from adapters.playground.page_api.asking import Ask
from adapters.playground.workspace import BOT_NAME, Json, direct


async def seats(slack: LocalSlack, _ask: Ask) -> Json:
    return {
        "seats": [
            {"id": s.user, "name": s.name, "title": s.title, "about": s.about}
            for s in slack.workspace.seats
        ]
    }


async def workspace(slack: LocalSlack, ask: Ask) -> Json:
    seat = ask.seat(slack)
    own = direct(seat.user)
    command = slack.workspace.command
    return {
        "seat": {"id": seat.user, "name": seat.name, "title": seat.title, "about": seat.about},
        "channels": [
            {
                "id": room.id,
                "name": room.name,
                "purpose": room.purpose,
                "unread": slack.messages.unread(seat.user, room.id),
            }
            for room in slack.workspace.rooms
        ],
        "dms": [{"id": own, "name": BOT_NAME, "unread": slack.messages.unread(seat.user, own)}],
        "commands": [
            {
                "command": command.command,
                "usage_hint": command.usage_hint,
                "description": command.description,
            }
        ],
        "shortcuts": [
            {"callback_id": s.callback_id, "name": s.name, "type": s.type}
            for s in slack.workspace.shortcuts
        ],
        "users": slack.workspace.names(),
        "outside": slack.gateway is not None,
        "clock": {
            "now": slack.clock.now().isoformat(timespec="seconds"),
            "shifted": slack.clock.shifted,
            "jumps": [
                {"label": jump.label, "to": jump.to.isoformat()} for jump in await slack.jumps()
            ],
        },
    }


async def messages(slack: LocalSlack, ask: Ask) -> Json:
    """Reading marks as read."""
    seat, channel = ask.seat(slack), ask.channel(slack)
    seen = slack.messages.seen_by(seat.user, channel)
    slack.messages.mark_read(seat.user, channel)
    names = slack.workspace.names()
    return {"messages": [_shown(message, names) for message in seen]}


async def views(slack: LocalSlack, ask: Ask) -> Json:
    return {"views": slack.modals.stack(ask.seat(slack).user)}


def _shown(message: Message, names: dict[str, str]) -> Json:
    return {
        "ts": message.ts,
        "user": message.user,
        "name": names.get(message.user, message.user),
        "is_bot": message.by_bot,
        "text": message.text,
        "blocks": list(message.blocks),
        "edited": message.edited,
        "ephemeral": message.only_for is not None,
        "files": list(message.files),
        **({"thread_ts": message.thread} if message.thread else {}),
    }


HANDLERS: Final = {
    "seats": seats,
    "workspace": workspace,
    "messages": messages,
    "views": views,
}
