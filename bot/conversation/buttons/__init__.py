"""Every button there is, one file for each family: what it is called, and what it points at.

Those of the stages are used everywhere, so they are here by name.
"""

from bot.conversation.buttons.pointed import VALUE_LIMIT
from bot.conversation.buttons.stages import (
    Action,
    add_evidence,
    another_person,
    answer,
    case_page,
    contact,
    correct,
    customer_told,
    decide,
    earlier,
    looked_again,
    propose,
    report,
    review,
    run,
    show,
    timeline,
    warn,
    warning_given,
    withdraw,
)

__all__ = [
    "VALUE_LIMIT",
    "Action",
    "add_evidence",
    "another_person",
    "answer",
    "case_page",
    "contact",
    "correct",
    "customer_told",
    "decide",
    "earlier",
    "looked_again",
    "propose",
    "report",
    "review",
    "run",
    "show",
    "timeline",
    "warn",
    "warning_given",
    "withdraw",
]
