"""May this contact happen now, and what should the colleague say? (Annex B; stage 3)"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.case.state import Case
from core.policy.model import Policy
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import People


class Verdict(StrEnum):
    """``DEPENDS``: the sanction binds what the bot cannot see, e.g. who is speaking."""

    ALLOWED = "allowed"
    DEPENDS = "depends"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class Guidance:
    """One sanction's answer, in plain English, fit for a channel.

    ``permitted``: what the sanction lets the customer do; ``advice``: what the colleague does.
    """

    sanction: EntryNo
    label: str
    verdict: Verdict
    permitted: str
    advice: str


def guidance(
    policy: Policy, case: Case, people: People, means: str | None, at: datetime
) -> tuple[Guidance, ...]:
    """For every sanction in force. ``means``: how contact is made; ``None``: not yet known."""
    raise NotImplementedError
