"""Commands of stages 1 to 4."""

from typing import Final

from bot.conversation.commands.command import Command, Who

COMMANDS: Final = (
    Command("report", "report [reference]", "Record unacceptable behaviour by a customer"),
    Command("warn", "warn [reference]", "Propose a warning to a customer"),
    Command("propose", "propose [reference]", "Propose sanctions when a warning did not help"),
    Command(
        "check",
        "check <name, email, phone or reference>",
        "See whether a customer is under a sanction and what to do now",
    ),
    Command(
        "contact",
        "contact [reference or name]",
        "Log that a customer made contact, and see what to do",
    ),
    Command("case", "case <reference>", "See how a case stands and what you can do in it"),
    Command("timeline", "timeline <reference>", "Read what happened in a case"),
    Command(
        "approvals",
        "approvals",
        "See what waits for your decision, and what you proposed",
        Who.APPROVERS,
    ),
    Command("reviews", "reviews", "See what you and your team still have to do, overdue first"),
)
