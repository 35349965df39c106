"""What is told of a known customer's contact, and what became of it. Nothing of it is personal."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from bot.conversation.words.sentences import counted
from core.alert.events import Settled
from core.alert.state import Alert, MeansSeen
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import lower_first, say_moment, upper_first

SETTLED: Final[Mapping[Settled, str]] = {
    Settled.LOGGED: "what happened is logged",
    Settled.BREACH: "a breach was reported",
    Settled.ANOTHER_PERSON: "it was another person",
    Settled.MENTIONED: "the customer was only mentioned",
}

DID: Final[Mapping[Settled, str]] = {
    Settled.LOGGED: "logged what happened",
    Settled.BREACH: "reported it as an incident",
    Settled.ANOTHER_PERSON: "said that it was another person",
    Settled.MENTIONED: "said that the customer was only mentioned",
}


def contacts_text(policy: Policy, alert: Alert) -> str:
    """``3 contacts (2 telephone, 1 email), the last by email on Tuesday 24 November 2026 at
    10:32am``."""
    if alert.count == 1:
        return contact_text(policy, alert.means, alert.last_at)
    several = alert.is_tallied and len(alert.by_means) > 1
    means = f" ({means_text(policy, alert.by_means)})" if several else ""
    last = _made(policy, alert.means, alert.last_at)
    return f"{counted(alert.count, 'contact')}{means}, the last {last}"


def means_text(policy: Policy, by_means: Iterable[MeansSeen]) -> str:
    """``2 telephone, 1 letter``, in the order of the policy file."""
    order = [each.code for each in policy.means]
    known = sorted(by_means, key=lambda m: order.index(m.means) if m.means in order else len(order))
    return ", ".join(f"{each.count:,} {_by(policy, each.means)}" for each in known)


def _by(policy: Policy, means: str) -> str:
    return lower_first(policy.means_label(means)) if means else "in a watched channel"


def contact_text(policy: Policy, means: str, at: datetime) -> str:
    """``By email on Tuesday 24 November 2026 at 10:32am``; ``Noticed on ...`` where nobody told
    the means.
    """
    return upper_first(_made(policy, means, at))


def settled_text(policy: Policy, people: People, alert: Alert, at: datetime | None) -> str:
    """``On ... Asha Adviser logged what happened (entry 12 of the timeline)``, "" while open."""
    if alert.settled is None or alert.settled_by is None:
        return ""
    when = f"On {say_moment(at, policy.zone)} " if at else ""
    entry = f" (entry {alert.entry} of the timeline)" if alert.entry else ""
    if alert.settled is Settled.BREACH and not alert.entry:
        entry = ", in a case of their own"
    return f"{when}{people.name_of(alert.settled_by)} {DID[alert.settled]}{entry}."


def confirmed_text(people: People, alert: Alert) -> str:
    """``Asha Adviser says that it is the customer``, "" where nobody had to."""
    if alert.confirmed_by is None:
        return ""
    return f"{people.name_of(alert.confirmed_by)} says that it is the customer."


def source_text(source: str) -> str:
    """Who told us of a contact: ``a watched channel in Slack``, ``the source “crm”``."""
    platform, colon, _ = source.partition(":")
    return f"a watched channel in {platform.capitalize()}" if colon else f"the source “{source}”"


def _made(policy: Policy, means: str, at: datetime) -> str:
    how = f"by {lower_first(policy.means_label(means))}" if means else "noticed"
    return f"{how} on {say_moment(at, policy.zone)}"
