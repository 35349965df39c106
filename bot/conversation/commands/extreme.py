"""Commands about extreme behaviour, appeals, deputies and the Customer Sanctions Log."""

from typing import Final

from bot.conversation.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = ()
