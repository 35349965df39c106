"""Commands about extreme behaviour, appeals, deputies and the Customer Sanctions Log."""

from typing import Final

from bot.conversation.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "extreme",
        "extreme [reference]",
        "Report an immediate threat to safety: it is made known at once",
    ),
    Command("appeal", "appeal [reference]", "Record that a customer challenges a decision"),
    Command("away", "away", "Say when you are away, and who decides in your place"),
    Command(
        "log",
        "log [disengaged, overdue, team or reference]",
        "Read the Customer Sanctions Log: what is in force",
    ),
    Command("policy", "policy", "Read the policy's rules in short"),
)
