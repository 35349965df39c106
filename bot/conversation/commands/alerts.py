"""Commands about known customers who make contact."""

from typing import Final

from bot.conversation.commands.command import Command

COMMANDS: Final = (
    Command(
        "watch",
        "watch [state]",
        "Have the messages of this channel looked through for customers under sanction",
    ),
    Command("unwatch", "unwatch", "Have this channel's messages not looked through any more"),
)
