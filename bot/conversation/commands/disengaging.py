"""Commands of stages 5 to 7, and about whom we deal with."""

from typing import Final

from bot.conversation.commands.command import Command

COMMANDS: Final = (
    Command("disengage", "disengage [reference]", "Propose to disengage when sanctions fail"),
    Command("extend", "extend <reference>", "Propose that a measure binds another person too"),
    Command("advice", "advice [reference]", "Ask Legal for advice about a customer"),
    Command(
        "customer",
        "customer <reference>",
        "Change what we know of a customer, for example that they are an agent",
    ),
)
