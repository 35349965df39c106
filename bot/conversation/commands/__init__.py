"""Every command there is. Help, the hints and the manifests are made from this table."""

from typing import Final

from bot.conversation.commands import alerts, disengaging, extreme, stages
from bot.conversation.commands.command import Command, Who

__all__ = ["COMMANDS", "MENU", "NAMES", "Command", "Who"]

COMMANDS: Final = (
    *stages.COMMANDS,
    *disengaging.COMMANDS,
    *extreme.COMMANDS,
    *alerts.COMMANDS,
    Command("help", "help", "Show what you can do"),
)

NAMES: Final = tuple(command.name for command in COMMANDS)

_OFTEN: Final = (
    *("report", "extreme", "check", "contact", "case"),
    *("approvals", "reviews", "log", "away", "help"),
)
MENU: Final = tuple(next(c for c in COMMANDS if c.name == name) for name in _OFTEN)
"""Those used most: what a platform's menu offers, which shows ten at most, and help tells first."""
