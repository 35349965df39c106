"""What happened in a case since a moment, one line each, for those who may read it."""

from datetime import datetime
from typing import Final

from bot.conversation.words.matters import behaviours
from bot.conversation.words.sentences import counted, cut, ended
from core.case.order import to_the_minute
from core.case.state import Case, Contact, Incident
from core.policy.model import Policy
from core.vocabulary.wording import lower_first, say_moment

MOST: Final = 10
LINE_ROOM: Final = 250


def happened_since(policy: Policy, case: Case, since: datetime) -> tuple[str, ...]:
    """The latest incidents and contacts, in their order."""
    recorded: tuple[Incident | Contact, ...] = (*case.incidents, *case.contacts)
    found = [each for each in recorded if each.occurred_at >= to_the_minute(since)]
    found.sort(key=lambda each: (each.occurred_at, each.no))
    lines = tuple(cut(_line(policy, each), LINE_ROOM) for each in found[-MOST:])
    left_out = len(found) - len(lines)
    return (f"{counted(left_out, 'earlier one')}", *lines) if left_out else lines


def _line(policy: Policy, each: Incident | Contact) -> str:
    means = lower_first(policy.means_label(each.means))
    when = say_moment(each.occurred_at, policy.zone)
    if isinstance(each, Incident):
        what = f"incident, {behaviours(policy, each.behaviours)}"
    else:
        what = "contact about a right" if each.statutory else "contact"
    return f"{when}: {what}, by {means}, about {ended(each.topic)}"
